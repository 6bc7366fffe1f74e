namespace AmoCrm.Sdk;

/// <summary>No access token can be had any more: a person has to authorise the integration again.</summary>
public sealed class AmoCrmReauthorizationRequiredException : AmoCrmUnauthorizedException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: which agent, and what to do.</param>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmReauthorizationRequiredException(string message, AmoCrmApiError error)
        : base(message, error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.ReauthorizationRequired;
}
