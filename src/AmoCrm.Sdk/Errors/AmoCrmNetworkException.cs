namespace AmoCrm.Sdk;

/// <summary>The connection to amoCRM could not be made, or it broke. For a write that must not happen twice see <see cref="AmoCrmOutcomeUnknownException"/>.</summary>
public sealed class AmoCrmNetworkException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmNetworkException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Network;
}
