using System.Text.Json;

namespace AmoCrm.Sdk;

/// <summary>A write was cancelled by its caller after bytes of it may have left: amoCRM may have carried it out.</summary>
/// <remarks>Cancelled before that, or while reading, a call throws a plain <see cref="OperationCanceledException"/>.</remarks>
public sealed class AmoCrmOperationCanceledException : OperationCanceledException, IAmoCrmError
{
    /// <summary>Makes the exception.</summary>
    /// <param name="handler">The handler that was called.</param>
    /// <param name="innerException">The cancellation itself.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public AmoCrmOperationCanceledException(string? handler, Exception? innerException, CancellationToken cancellationToken)
        : base(
            $"{handler ?? "The write"} was cancelled after its request had been sent: whether amoCRM carried it out is unknown. Look before repeating it.",
            innerException,
            cancellationToken)
    {
        Handler = handler;
        OutcomeUnknown = true;
    }

    /// <summary>True: the request had left, so what became of it is unknown.</summary>
    public bool OutcomeUnknown { get; }

    /// <summary>What was sent, so that it can be looked for; null where the exception was made elsewhere.</summary>
    public AmoCrmSentRequest? Sent { get; init; }

    /// <inheritdoc/>
    public string ErrorCode => AmoCrmErrorCodes.OutcomeUnknown;

    /// <inheritdoc/>
    public string? Handler { get; }

    /// <inheritdoc/>
    public int StatusCode => 0;

    /// <inheritdoc/>
    public JsonElement? Problem => null;
}
