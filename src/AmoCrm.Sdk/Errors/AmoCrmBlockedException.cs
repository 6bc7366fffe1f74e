namespace AmoCrm.Sdk;

/// <summary>amoCRM blocked the account, the integration or the IP address (403 with an HTML page). Stop sending; amoCRM's support lifts it.</summary>
public sealed class AmoCrmBlockedException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmBlockedException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Blocked;
}
