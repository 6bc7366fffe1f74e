namespace AmoCrm.Sdk;

/// <summary>The user or the integration has no right to do this, or its IP address is not allowed (403).</summary>
public sealed class AmoCrmForbiddenException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmForbiddenException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Forbidden;
}
