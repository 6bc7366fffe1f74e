namespace AmoCrm.Sdk;

/// <summary>The access token is missing, expired, revoked or of another account (401).</summary>
public class AmoCrmUnauthorizedException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmUnauthorizedException(AmoCrmApiError error)
        : base(error)
    {
    }

    private protected AmoCrmUnauthorizedException(string message, AmoCrmApiError error)
        : base(message, error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Unauthorized;
}
