namespace AmoCrm.Sdk;

/// <summary>No access token can be had any more: a person has to authorise the integration again.</summary>
public sealed class AmoCrmReauthorizationRequiredException : AmoCrmUnauthorizedException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmReauthorizationRequiredException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.ReauthorizationRequired;
}
