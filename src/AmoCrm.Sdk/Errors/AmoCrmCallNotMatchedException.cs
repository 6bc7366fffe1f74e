namespace AmoCrm.Sdk;

/// <summary>No contact and no company has the phone of a call, so amoCRM stored nothing. Create the contact first, or write the call to an entity of your choice.</summary>
public sealed class AmoCrmCallNotMatchedException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmCallNotMatchedException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.CallNotMatched;
}
