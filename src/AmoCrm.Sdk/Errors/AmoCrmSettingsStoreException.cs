namespace AmoCrm.Sdk;

/// <summary>The place where settings are kept could not be read or written.</summary>
public sealed class AmoCrmSettingsStoreException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmSettingsStoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.SettingsError;
}
