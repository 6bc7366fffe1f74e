using System.Net.Sockets;

namespace AmoCrm.Sdk.Transport;

/// <summary>Sends one attempt: settings, permit, bearer, timeout, HTTP, in this order each time.</summary>
/// <param name="options">The client's options.</param>
/// <param name="reader">Reads the settings.</param>
/// <param name="tokens">Where the token comes from.</param>
/// <param name="connect">Gives what sends HTTP messages; asked each time, since handler factories replace theirs.</param>
internal sealed class AttemptSender(AmoCrmClientOptions options, SettingsReader reader, IAccessTokenProvider tokens, Func<HttpMessageInvoker> connect)
{
    private readonly RequestMessageFactory _messages = new(options);
    private readonly ResponseReader _responses = new(options);

    /// <summary>Sends the request once.</summary>
    /// <returns>The answer, and the token it was sent with.</returns>
    public async Task<(AmoCrmResponse Response, string Token)> SendAsync(CallState call, CancellationToken cancellationToken)
    {
        if (call.OutcomeUnknown && call.Request.Retry == RetrySafety.Unsafe)
        {
            throw TransportFailures.NotRepeated(call);
        }

        var settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (await WaitForPermitAsync(settings, cancellationToken).ConfigureAwait(false))
        {
            // What waited must not go out with settings of before (AttemptSenderTests: a call that waited).
            settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        var host = settings.GetHost(options.AgentId);
        var token = await tokens.GetAccessTokenAsync(options.AgentId, settings, cancellationToken).ConfigureAwait(false);
        using var message = _messages.Create(call, host, token);
        call.Telemetry.AttemptStarts(host);
        return (await ExchangeAsync(call, message, cancellationToken).ConfigureAwait(false), token);
    }

    private async ValueTask<bool> WaitForPermitAsync(AmoCrmSettings settings, CancellationToken cancellationToken) =>
        options.RateLimiter is { } limiter
        && await limiter.WaitAsync(new AmoCrmRateLimitKey(settings.GetHost(options.AgentId).Value, settings.ClientId), cancellationToken).ConfigureAwait(false);

    private async Task<AmoCrmResponse> ExchangeAsync(CallState call, HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, options.TimeProvider);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        call.AttemptStarts();
        if (message.Content is null)
        {
            // Nothing tells when the head of a request without a body leaves.
            call.BytesMayLeave();
        }

        try
        {
            var sentTo = message.RequestUri;
            using var response = await connect().SendAsync(message, attempt.Token).ConfigureAwait(false);
            if (response.RequestMessage?.RequestUri is { } answeredBy && answeredBy != sentTo)
            {
                throw new AmoCrmInvalidResponseException(
                    $"{call.Request.Handler}: a handler followed a redirect, which must be off: see {nameof(AmoCrmClientOptions)}.{nameof(AmoCrmClientOptions.HttpMessageHandler)}.")
                {
                    Handler = call.Request.Handler,
                };
            }

            var answer = await _responses.ReadAsync(response, call.Request.Handler, attempt.Token).ConfigureAwait(false);
            call.Answered(answer);
            return answer;
        }
        catch (OperationCanceledException exception) when (!call.Caller.IsCancellationRequested)
        {
            throw TransportFailures.Timeout(call, $"amoCRM did not answer within {Limit(timeout)}.", exception);
        }
        catch (HttpRequestException exception)
        {
            if (TransportFailures.IsBeforeSending(exception))
            {
                call.CertainlyNotSent();
            }

            throw TransportFailures.Network(call, exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidDataException)
        {
            throw TransportFailures.Network(call, exception);
        }
    }

    private string Limit(CancellationTokenSource timeout) =>
        timeout.IsCancellationRequested ? $"{options.AttemptTimeout.TotalSeconds:0.###} seconds" : "the time it has";
}
