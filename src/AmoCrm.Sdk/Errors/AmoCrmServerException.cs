namespace AmoCrm.Sdk;

/// <summary>amoCRM failed (500 and above).</summary>
public sealed class AmoCrmServerException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmServerException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.ServerError;
}
