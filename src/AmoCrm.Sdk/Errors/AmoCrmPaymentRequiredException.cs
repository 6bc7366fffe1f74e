namespace AmoCrm.Sdk;

/// <summary>The account's subscription has ended, or does not include this (402).</summary>
public sealed class AmoCrmPaymentRequiredException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmPaymentRequiredException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.PaymentRequired;
}
