using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Resilience;

namespace AmoCrm.Sdk.Transport;

/// <summary>Sends one attempt: settings, circuit, permit, bearer, timeout, HTTP, in this order each time.</summary>
/// <param name="options">The client's options.</param>
/// <param name="reader">Reads the settings.</param>
/// <param name="tokens">Where the token comes from.</param>
/// <param name="exchange">Sends HTTP messages.</param>
internal sealed class AttemptSender(AmoCrmClientOptions options, SettingsReader reader, IAccessTokenProvider tokens, HttpExchange exchange)
{
    private readonly RequestMessageFactory _messages = new(options);
    private readonly PermitSource _permits = new(options);
    private readonly BlockGuard _blocks = new(options);

    /// <summary>Sends the request once.</summary>
    /// <returns>The answer, and the token it was sent with.</returns>
    public async Task<(AmoCrmResponse Response, string Token)> SendAsync(CallState call, CancellationToken cancellationToken)
    {
        if (call.OutcomeUnknown && call.Request.Retry == RetrySafety.Unsafe)
        {
            throw TransportFailures.NotRepeated(call);
        }

        using var telemetry = call.Telemetry.StartAttempt();
        try
        {
            var (settings, token, permit) = await AdmittedAsync(call, cancellationToken).ConfigureAwait(false);
            using var used = permit;
            telemetry.Permitted(permit.Waited);
            await call.AnnounceAsync().ConfigureAwait(false);
            var host = settings.GetHost(options.AgentId).Value;
            using var message = _messages.Create(call, host);
            message.Headers.Authorization = BearerToken.Header(options.AgentId, token);
            telemetry.Sending(host);
            var response = await _blocks.SendAsync(
                host,
                call.Request.Handler,
                (exchange, call, message, permit, options.AttemptTimeout, cancellationToken),
                static state => state.exchange.SendAsync(state.call, state.message, state.permit, state.AttemptTimeout, state.cancellationToken)).ConfigureAwait(false);
            telemetry.Answered(response);
            return (response, token);
        }
        catch (Exception exception)
        {
            telemetry.Failed(exception);
            throw;
        }
    }

    /// <summary>Waits until the request may go, and says with what.</summary>
    private async ValueTask<(AmoCrmSettings Settings, string Token, TakenPermit Permit)> AdmittedAsync(CallState call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var settings = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
            var token = await tokens.GetAccessTokenAsync(options.AgentId, settings, cancellationToken).ConfigureAwait(false);
            if (IsRefreshed(settings, token))
            {
                // On the way to another token the account may have been found under another name.
                settings = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
            }

            var key = KeyOf(call, settings);
            var permit = await TakePermitAsync(call, key, cancellationToken).ConfigureAwait(false);
            if (!permit.HasWaited)
            {
                return (settings, token, permit);
            }

            try
            {
                // What waited must not go out with settings of before (AttemptSenderTests: a call that waited).
                settings = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
                if (KeyOf(call, settings) != key)
                {
                    // Its permit is another account's now (AttemptSenderTests: an account that changed in the queue).
                    permit.Dispose();
                    continue;
                }

                var renewing = tokens.GetAccessTokenAsync(options.AgentId, settings, cancellationToken);
                if (renewing.IsCompleted || tokens is not RefreshingAccessTokenProvider)
                {
                    return (settings, await renewing.ConfigureAwait(false), permit);
                }

                // A refresh takes a permit too: were all held by those who wait for it, there would be none (AttemptSenderTests: tokens that end in the queue).
                permit.Dispose();
                permit = default;
                await renewing.ConfigureAwait(false);
            }
            catch
            {
                permit.Dispose();
                throw;
            }
        }
    }

    private async ValueTask<AmoCrmSettings> ReadAsync(CallState call, CancellationToken cancellationToken)
    {
        var settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        _blocks.ThrowIfBlocked(settings.GetHost(options.AgentId).Value, call.Request.Handler);
        return settings;
    }

    private bool IsRefreshed(AmoCrmSettings settings, string token) => tokens is RefreshingAccessTokenProvider && settings.AccessToken?.Reveal() != token;

    private AmoCrmRateLimitKey KeyOf(CallState call, AmoCrmSettings settings) => new(settings.GetHost(options.AgentId).Value, settings.ClientId, call.Request.Priority);

    private async ValueTask<TakenPermit> TakePermitAsync(CallState call, AmoCrmRateLimitKey key, CancellationToken cancellationToken)
    {
        if (key.Priority == AmoCrmPriority.Interactive)
        {
            return await _permits.TakeAsync(key, call.Request.Handler, cancellationToken).ConfigureAwait(false);
        }

        // Mass work may queue for long behind others, and that is no failure of anybody.
        call.Budget.Pause();
        try
        {
            return await _permits.TakeAsync(key, call.Request.Handler, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            call.Budget.Resume();
        }
    }
}
