namespace AmoCrm.Sdk.Bulk;

/// <summary>What a failure of a whole request means for its items.</summary>
internal static class ChunkFailure
{
    /// <summary>The outcome of each item of a request that failed.</summary>
    public static (BulkOutcomeKind Kind, Exception Error) Of(string handler, RetrySafety retry, Exception failure) => failure switch
    {
        AmoCrmOutcomeUnknownException unknown => (BulkOutcomeKind.Unknown, unknown),
        AmoCrmOperationCanceledException cancelled => (BulkOutcomeKind.Unknown, new AmoCrmOutcomeUnknownException(cancelled.Message, cancelled) { Handler = handler, Sent = cancelled.Sent }),

        AmoCrmException { IsCertainlyNotSent: true } => (BulkOutcomeKind.NotSent, failure),

        // Of a write that may be repeated the transport does not say "unknown", for repeating it is what helps.
        AmoCrmServerException or AmoCrmTimeoutException or AmoCrmNetworkException or AmoCrmInvalidResponseException when retry == RetrySafety.Idempotent =>
            (BulkOutcomeKind.Unknown, failure),
        AmoCrmUnprocessableException or AmoCrmValidationException => (BulkOutcomeKind.Rejected, failure),
        AmoCrmException or OperationCanceledException => (BulkOutcomeKind.NotSent, NotSent(handler, failure)),

        // A transport or a strategy of the user's own threw what nobody declared: it may have been before or after the request left.
        _ => (BulkOutcomeKind.Unknown, new AmoCrmOutcomeUnknownException($"{handler}: the transport failed with {failure.GetType().Name}. Look before repeating it.", failure) { Handler = handler }),
    };

    /// <summary>Why items were not sent.</summary>
    public static Exception NotSent(string handler, Exception failure) =>
        failure is not OperationCanceledException ? failure : new AmoCrmTimeoutException($"{handler}: cancelled before it was sent.", failure) { Handler = handler };
}
