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
    private readonly AccountHostReader _hosts = new(options.AgentId);
    private readonly BearerHeader _bearer = new(options.AgentId);

    /// <summary>Sends the request once.</summary>
    /// <returns>The answer, and the token it was sent with.</returns>
    public async ValueTask<(AmoCrmResponse Response, string Token)> SendAsync(CallState call, CancellationToken cancellationToken)
    {
        if (call.OutcomeUnknown && call.Request.Retry == RetrySafety.Unsafe)
        {
            throw TransportFailures.NotRepeated(call);
        }

        using var telemetry = call.Telemetry.StartAttempt();
        try
        {
            var (host, token, permit) = await AdmittedAsync(call, cancellationToken).ConfigureAwait(false);
            using var used = permit;
            telemetry.Permitted(permit.Waited);
            await call.AnnounceAsync().ConfigureAwait(false);
            using var message = _messages.Create(call, host);
            _bearer.Add(message, token);
            telemetry.Sending(host);
            var response = await exchange.SendAsync(call, message, host, permit, options.AttemptTimeout, cancellationToken).ConfigureAwait(false);
            telemetry.Answered(response);
            return (response, token);
        }
        catch (Exception exception)
        {
            telemetry.Failed(exception);
            throw;
        }
    }

    /// <summary>Waits until the request may go, and says where to and with what.</summary>
    private async ValueTask<(string Host, string Token, TakenPermit Permit)> AdmittedAsync(CallState call, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (settings, host) = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
            var token = await tokens.GetAccessTokenAsync(options.AgentId, settings, cancellationToken).ConfigureAwait(false);
            if (IsRefreshed(settings, token))
            {
                // On the way to another token the account may have been found under another name.
                (settings, host) = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
            }

            var key = KeyOf(call, settings, host);
            var permit = await TakePermitAsync(call, key, cancellationToken).ConfigureAwait(false);
            if (!permit.HasWaited)
            {
                return (host, token, permit);
            }

            try
            {
                // What waited must not go out with settings of before (AttemptSenderTests: a call that waited).
                (settings, host) = await ReadAsync(call, cancellationToken).ConfigureAwait(false);
                if (KeyOf(call, settings, host) != key)
                {
                    // Its permit is another account's now (AttemptSenderTests: an account that changed in the queue).
                    permit.Dispose();
                    continue;
                }

                var renewing = tokens.GetAccessTokenAsync(options.AgentId, settings, cancellationToken);
                if (renewing.IsCompleted || tokens is not RefreshingAccessTokenProvider)
                {
                    return (host, await renewing.ConfigureAwait(false), permit);
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

    private async ValueTask<(AmoCrmSettings Settings, string Host)> ReadAsync(CallState call, CancellationToken cancellationToken)
    {
        var settings = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var host = _hosts.Read(settings);
        _blocks.ThrowIfBlocked(host, call.Request.Handler);
        return (settings, host);
    }

    private bool IsRefreshed(AmoCrmSettings settings, string token) => tokens is RefreshingAccessTokenProvider && settings.AccessToken?.Reveal() != token;

    private static AmoCrmRateLimitKey KeyOf(CallState call, AmoCrmSettings settings, string host) => new(host, settings.ClientId, call.Request.Priority);

    private ValueTask<TakenPermit> TakePermitAsync(CallState call, AmoCrmRateLimitKey key, CancellationToken cancellationToken) => key.Priority == AmoCrmPriority.Interactive
        ? _permits.TakeAsync(key, call.Request.Handler, cancellationToken)
        : TakeBulkPermitAsync(call, key, cancellationToken);

    private async ValueTask<TakenPermit> TakeBulkPermitAsync(CallState call, AmoCrmRateLimitKey key, CancellationToken cancellationToken)
    {
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
