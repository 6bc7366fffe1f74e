namespace AmoCrm.Sdk.Hosting;

/// <summary>Something that claims to come from amoCRM (a token of a widget or a bot, the uninstall hook) was refused. Answer the request with 401 and do nothing else.</summary>
/// <remarks>The message says what is wrong, and holds neither the token nor what is in it.</remarks>
public sealed class AmoCrmSignatureException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="reason">Why it was refused.</param>
    /// <param name="message">One sentence for a person: what is wrong and what to do.</param>
    public AmoCrmSignatureException(AmoCrmSignatureFailure reason, string message)
        : base(message)
    {
        Reason = reason;
    }

    /// <summary>Why it was refused.</summary>
    public AmoCrmSignatureFailure Reason { get; }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.Unauthorized;
}
