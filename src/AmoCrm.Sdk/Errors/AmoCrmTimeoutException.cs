namespace AmoCrm.Sdk;

/// <summary>amoCRM did not answer in time. For a write that must not happen twice see <see cref="AmoCrmOutcomeUnknownException"/>.</summary>
public sealed class AmoCrmTimeoutException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Timeout;
}
