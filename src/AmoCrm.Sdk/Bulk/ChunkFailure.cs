namespace AmoCrm.Sdk.Bulk;

/// <summary>What a failure of a whole request means for its items.</summary>
internal static class ChunkFailure
{
    /// <summary>The outcome of each item of a request that failed.</summary>
    public static (BulkOutcomeKind Kind, AmoCrmException Error) Of(string handler, RetrySafety retry, Exception failure) => failure switch
    {
        AmoCrmOutcomeUnknownException unknown => (BulkOutcomeKind.Unknown, unknown),
        AmoCrmOperationCanceledException cancelled => (BulkOutcomeKind.Unknown, new AmoCrmOutcomeUnknownException(cancelled.Message, cancelled) { Handler = handler, Sent = cancelled.Sent }),

        // Of a write that may be repeated the transport does not say "unknown", for repeating it is what helps.
        AmoCrmServerException or AmoCrmTimeoutException or AmoCrmNetworkException or AmoCrmInvalidResponseException when retry == RetrySafety.Idempotent =>
            (BulkOutcomeKind.Unknown, (AmoCrmException)failure),
        AmoCrmUnprocessableException or AmoCrmValidationException => (BulkOutcomeKind.Rejected, (AmoCrmException)failure),
        _ => (BulkOutcomeKind.NotSent, NotSent(handler, failure)),
    };

    public static AmoCrmException NotSent(string handler, Exception failure) =>
        failure as AmoCrmException ?? new AmoCrmTimeoutException($"{handler}: cancelled before it was sent.", failure) { Handler = handler };
}
