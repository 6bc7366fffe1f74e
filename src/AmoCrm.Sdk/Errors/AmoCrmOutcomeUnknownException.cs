using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// A write may or may not have happened: its answer was lost, late, or a server error. Look for its result before repeating it,
/// for the repetition could make a second one.
/// </summary>
public sealed class AmoCrmOutcomeUnknownException : AmoCrmException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">One sentence for a person: what happened and what to do.</param>
    /// <param name="innerException">The cause: a network, timeout or server exception.</param>
    public AmoCrmOutcomeUnknownException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What was sent, so that it can be looked for: method, path, time and ids; null where the exception was made elsewhere.</summary>
    public AmoCrmSentRequest? Sent { get; init; }

    /// <inheritdoc/>
    public override string ErrorCode => AmoCrmErrorCodes.OutcomeUnknown;

    /// <inheritdoc/>
    public override int StatusCode => (InnerException as IAmoCrmError)?.StatusCode ?? 0;

    /// <inheritdoc/>
    public override JsonElement? Problem => (InnerException as IAmoCrmError)?.Problem;
}
