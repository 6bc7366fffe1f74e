namespace AmoCrm.Sdk;

/// <summary>amoCRM understood the request and cannot carry it out: a limit is reached or a feature is off (422).</summary>
public sealed class AmoCrmUnprocessableException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmUnprocessableException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Unprocessable;
}
