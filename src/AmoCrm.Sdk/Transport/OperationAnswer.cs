using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Transport;

/// <summary>Turns answers into results, or into the error that fits.</summary>
internal static class OperationAnswer
{
    private const int NoContent = 204;

    /// <summary>The result of an operation for one item.</summary>
    public static TResult Read<TArguments, TResult>(Operation<TArguments, TResult> operation, TArguments arguments, AmoCrmRequest request, AmoCrmResponse response)
    {
        if (IsMissing(operation, response))
        {
            return operation.Absent is { } absent ? absent(arguments) : throw Empty(operation, request, response);
        }

        ThrowUnlessSuccess(operation, request, response);
        if (operation.Read is not { } read || response.Body.IsEmpty)
        {
            return operation.Absent is { } absent && (operation.Read is null || IsDeclaredEmpty(operation))
                ? absent(arguments)
                : throw Empty(operation, request, response);
        }

        try
        {
            var reader = new Utf8JsonReader(response.Body.Span);
            reader.Read();
            return read(ref reader, arguments) is { } result ? result : throw Empty(operation, request, response);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw Unreadable(operation, request, response, exception);
        }
    }

    /// <summary>The results of a batch, in amoCRM's order.</summary>
    public static IReadOnlyList<TResult> ReadMany<TArguments, TResult>(Operation<TArguments, TResult> operation, AmoCrmRequest request, AmoCrmResponse response)
    {
        ThrowUnlessSuccess(operation, request, response);
        var read = operation.ReadMany ?? throw new InvalidOperationException($"{operation.Handler} has a batch but no reader for it.");
        if (response.Body.IsEmpty)
        {
            throw Empty(operation, request, response);
        }

        try
        {
            var reader = new Utf8JsonReader(response.Body.Span);
            reader.Read();
            return read(ref reader);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw Unreadable(operation, request, response, exception);
        }
    }

    /// <summary>A write that amoCRM took but whose answer tells too little: the caller must look before he repeats it.</summary>
    /// <param name="operation">The write.</param>
    /// <param name="sent">What was sent; null where that is not known here.</param>
    /// <param name="invalid">What is wrong with the answer.</param>
    public static AmoCrmException Incomplete<TArguments, TResult>(Operation<TArguments, TResult> operation, AmoCrmSentRequest? sent, AmoCrmInvalidResponseException invalid) =>
        operation.Retry == RetrySafety.Unsafe
            ? new AmoCrmOutcomeUnknownException($"{invalid.Message} amoCRM took the request, so look before repeating it.", invalid) { Handler = operation.Handler, Sent = sent }
            : invalid;

    private static bool IsDeclaredEmpty<TArguments, TResult>(Operation<TArguments, TResult> operation) =>
        typeof(TResult) == typeof(NoContent) || operation.Missing.Contains(NoContent) || operation.Effect == HandlerEffect.Read || operation.Effect == HandlerEffect.Delete;

    // "Cannot GET /api/v4/…" is a route that does not exist, not an object that is missing.
    private static bool IsMissing<TArguments, TResult>(Operation<TArguments, TResult> operation, AmoCrmResponse response) =>
        operation.Missing.Contains(response.StatusCode)
        && (response.StatusCode != 404 || !MissingRoute.Is(AmoCrmErrors.Describe(response, operation.Handler)));

    private static void ThrowUnlessSuccess<TArguments, TResult>(Operation<TArguments, TResult> operation, AmoCrmRequest request, AmoCrmResponse response)
    {
        if (operation.Success.Contains(response.StatusCode) || response.StatusCode == NoContent)
        {
            return;
        }

        if (response.IsSuccess)
        {
            throw Incomplete(operation, AmoCrmSentRequest.Of(request, response.SentAt), Invalid(operation, response, "is not one this request can have"));
        }

        var error = AmoCrmErrors.From(response, operation.Handler);

        // Behind a server error an unsafe write may have been carried out: the same as a lost answer.
        throw error is AmoCrmServerException && operation.Retry == RetrySafety.Unsafe
            ? new AmoCrmOutcomeUnknownException($"{error.Message} Whether the request was carried out is unknown. Look before repeating it.", error)
            {
                Handler = operation.Handler,
                Sent = AmoCrmSentRequest.Of(request, response.SentAt),
            }
            : error;
    }

    private static AmoCrmException Empty<TArguments, TResult>(Operation<TArguments, TResult> operation, AmoCrmRequest request, AmoCrmResponse response) =>
        Incomplete(operation, AmoCrmSentRequest.Of(request, response.SentAt), Invalid(operation, response, "holds no result"));

    private static AmoCrmException Unreadable<TArguments, TResult>(
        Operation<TArguments, TResult> operation, AmoCrmRequest request, AmoCrmResponse response, Exception cause) =>
        Incomplete(operation, AmoCrmSentRequest.Of(request, response.SentAt), Invalid(operation, response, response.LooksLikeHtml ? "is an HTML page" : "is not the JSON it should be", JsonProblem.WithoutQuotes(cause)));

    private static AmoCrmInvalidResponseException Invalid<TArguments, TResult>(
        Operation<TArguments, TResult> operation, AmoCrmResponse response, string what, Exception? cause = null) =>
        new($"{operation.Handler}: the answer ({response.StatusCode}) {what}.", response.StatusCode, cause) { Handler = operation.Handler };

    private static bool IsUnreadable(Exception exception) =>
        exception is JsonException or FormatException or InvalidOperationException or OverflowException or ArgumentException;
}
