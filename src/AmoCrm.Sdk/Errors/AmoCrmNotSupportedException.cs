namespace AmoCrm.Sdk;

/// <summary>amoCRM, or this account, does not offer what was asked for. The message tells the alternatives.</summary>
public sealed class AmoCrmNotSupportedException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmNotSupportedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.NotSupported;
}
