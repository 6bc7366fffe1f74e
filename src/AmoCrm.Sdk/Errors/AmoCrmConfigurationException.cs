namespace AmoCrm.Sdk;

/// <summary>The options of the client or the settings of an agent are missing, incomplete or wrong; nothing was sent.</summary>
public sealed class AmoCrmConfigurationException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public AmoCrmConfigurationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.SettingsError;
}
