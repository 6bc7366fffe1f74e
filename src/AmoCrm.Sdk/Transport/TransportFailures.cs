namespace AmoCrm.Sdk.Transport;

/// <summary>Makes the exceptions for requests that got no answer, so that a lost write is never taken for one that did not happen.</summary>
internal static class TransportFailures
{
    public static AmoCrmException Timeout(CallState call, string what, Exception? cause)
    {
        var timeout = new AmoCrmTimeoutException($"{call.Request.Handler}: {what}", cause) { Handler = call.Request.Handler, IsCertainlyNotSent = !call.OutcomeUnknown };
        return OrOutcomeUnknown(call, timeout);
    }

    public static AmoCrmException Network(CallState call, Exception cause)
    {
        var kind = cause is HttpRequestException { HttpRequestError: var error } ? error : HttpRequestError.Unknown;
        var network = new AmoCrmNetworkException($"{call.Request.Handler}: {Sentence(kind)}", cause) { Handler = call.Request.Handler, IsCertainlyNotSent = !call.OutcomeUnknown };
        return OrOutcomeUnknown(call, network);
    }

    public static OperationCanceledException Cancelled(CallState call, OperationCanceledException cause) =>
        call.OutcomeUnknown
            ? new AmoCrmOperationCanceledException(call.Request.Handler, cause, call.Caller) { Sent = SentBy(call) }
            : new OperationCanceledException($"{call.Request.Handler} was cancelled.", cause, call.Caller);

    /// <summary>True for failures that happen before a byte of a request can leave.</summary>
    public static bool IsBeforeSending(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError or HttpRequestError.VersionNegotiationError;

    public static AmoCrmOutcomeUnknownException NotRepeated(CallState call) => new(
        $"{call.Request.Handler}: an earlier attempt may have been carried out, so it is not sent again. Look before repeating it.")
    {
        Handler = call.Request.Handler,
        Sent = SentBy(call),
    };

    /// <summary>The failure; or, of a request that must not be repeated and may have been carried out, that nobody knows.</summary>
    public static AmoCrmException OrOutcomeUnknown(CallState call, AmoCrmException failure) =>
        call.OutcomeUnknown && call.Request.Retry == RetrySafety.Unsafe
            ? new AmoCrmOutcomeUnknownException(
                $"{failure.Message} The request had been sent: whether amoCRM carried it out is unknown. Look before repeating it.", failure)
            {
                Handler = call.Request.Handler,
                Sent = SentBy(call),
            }
            : failure;

    private static AmoCrmSentRequest SentBy(CallState call) => AmoCrmSentRequest.Of(call.Request, call.LeftAt);

    // The exception's own message would name addresses and ports, and is translated by the operating system.
    private static string Sentence(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "the account's host was not found: check amocrm_subdomain and the network.",
        HttpRequestError.ConnectionError => "no connection could be made to the account's host.",
        HttpRequestError.SecureConnectionError => "no secure connection could be made to the account's host: check its certificate and the clock of this machine.",
        HttpRequestError.ProxyTunnelError => "the proxy refused the connection.",
        _ => "the connection broke before the answer was complete.",
    };
}
