namespace AmoCrm.Sdk;

/// <summary>amoCRM refused the data (400); <see cref="Errors"/> names the members.</summary>
public sealed class AmoCrmValidationException : AmoCrmApiException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="error">The facts of the answer.</param>
    public AmoCrmValidationException(AmoCrmApiError error)
        : base(error)
    {
    }

    /// <summary>What is wrong with which member of which item; empty when amoCRM did not say.</summary>
    public IReadOnlyList<AmoCrmValidationError> Errors => Error.Errors;

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Validation;
}
