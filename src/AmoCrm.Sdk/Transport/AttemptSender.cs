using AmoCrm.Sdk.Auth;

namespace AmoCrm.Sdk.Transport;

/// <summary>Sends one attempt: settings, permit, bearer, timeout, HTTP, in this order each time.</summary>
/// <param name="options">The client's options.</param>
/// <param name="reader">Reads the settings.</param>
/// <param name="tokens">Where the token comes from.</param>
/// <param name="exchange">Sends HTTP messages.</param>
internal sealed class AttemptSender(AmoCrmClientOptions options, SettingsReader reader, IAccessTokenProvider tokens, HttpExchange exchange)
{
    private readonly RequestMessageFactory _messages = new(options);

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

        var token = await tokens.GetAccessTokenAsync(options.AgentId, settings, cancellationToken).ConfigureAwait(false);
        if (tokens is RefreshingAccessTokenProvider && settings.AccessToken?.Reveal() != token)
        {
            // On the way to another token the account may have been found under another name.
            settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        var host = settings.GetHost(options.AgentId).Value;
        using var message = _messages.Create(call, host);
        message.Headers.Authorization = BearerToken.Header(options.AgentId, token);
        call.Telemetry.AttemptStarts(host);
        return (await exchange.SendAsync(call, message, options.AttemptTimeout, cancellationToken).ConfigureAwait(false), token);
    }

    private async ValueTask<bool> WaitForPermitAsync(AmoCrmSettings settings, CancellationToken cancellationToken) =>
        options.RateLimiter is { } limiter
        && await limiter.WaitAsync(new AmoCrmRateLimitKey(settings.GetHost(options.AgentId).Value, settings.ClientId), cancellationToken).ConfigureAwait(false);
}
