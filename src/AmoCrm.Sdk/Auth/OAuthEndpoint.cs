using System.Text.Json;
using AmoCrm.Sdk.Resilience;
using AmoCrm.Sdk.Telemetry;
using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Auth;

/// <summary>
/// amoCRM's OAuth 2 routes. Each request is sent once: what it carries works once. https://www.amocrm.ru/developers/content/oauth/step-by-step
/// </summary>
internal sealed class OAuthEndpoint
{
    public const string RefreshHandler = "oauth_refresh_token";
    public const string CodeHandler = "oauth_authorization_code";
    public const string DomainHandler = "oauth_account_domain";

    private const string TokenPath = "/oauth2/access_token";
    private const string DomainPath = "/oauth2/account/current/subdomain";

    private readonly AmoCrmClientOptions _options;
    private readonly RequestMessageFactory _messages;
    private readonly HttpExchange _exchange;
    private readonly PermitSource _permits;
    private readonly ILogger _logger;

    public OAuthEndpoint(AmoCrmClientOptions options, Func<HttpMessageInvoker> connect)
    {
        _options = options;
        _messages = new RequestMessageFactory(options);
        _exchange = new HttpExchange(options, connect);
        _permits = new PermitSource(options);
        _logger = options.LoggerFactory.CreateLogger(RequestLog.Category);
    }

    /// <summary>Waits until a token call may be sent: amoCRM counts these like all others.</summary>
    /// <param name="handler">Which call.</param>
    /// <param name="host">Where it goes.</param>
    /// <param name="clientId">The integration.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    public ValueTask<TakenPermit> TakePermitAsync(string handler, AccountHost host, string? clientId, CancellationToken cancellationToken) =>
        _permits.TakeAsync(new AmoCrmRateLimitKey(host.Value, clientId), handler, cancellationToken);

    /// <summary>Spends a refresh token.</summary>
    /// <exception cref="AmoCrmOutcomeUnknownException">Bytes had left, and no answer came: it may be spent.</exception>
    /// <exception cref="AmoCrmException">It certainly was not sent.</exception>
    public Task<AmoCrmResponse> RefreshAsync(AccountHost host, AmoCrmSettings settings, TakenPermit permit, TimeSpan limit, CancellationToken cancellationToken) =>
        PostAsync(RefreshHandler, host, settings, "refresh_token", settings.RefreshToken!, permit, limit, cancellationToken);

    /// <summary>Spends an authorization code.</summary>
    /// <exception cref="AmoCrmOutcomeUnknownException">Bytes had left, and no answer came: it may be spent.</exception>
    /// <exception cref="AmoCrmException">It certainly was not sent.</exception>
    public Task<AmoCrmResponse> ExchangeCodeAsync(AccountHost host, AmoCrmSettings settings, AmoCrmSecret code, TakenPermit permit, CancellationToken cancellationToken) =>
        PostAsync(CodeHandler, host, settings, "code", code, permit, _options.AttemptTimeout, cancellationToken);

    /// <summary>Asks where the account of a refresh token is now. The token is not spent by it.</summary>
    /// <exception cref="AmoCrmException">No answer.</exception>
    public async Task<AmoCrmResponse> FindAccountAsync(ApiDomain domain, AmoCrmSecret refreshToken, TimeSpan limit, CancellationToken cancellationToken)
    {
        // Its host serves all accounts, and nobody says that integrations are counted apart there.
        var started = _options.TimeProvider.GetTimestamp();
        using var permit = await TakePermitAsync(domain, limit, cancellationToken).ConfigureAwait(false);
        return await SendAsync(
            new AmoCrmRequest(HttpMethod.Get, DomainPath) { Handler = DomainHandler },
            domain.Value,
            message => message.Headers.TryAddWithoutValidation("X-Refresh-Token", refreshToken.Reveal()),
            permit,
            limit - _options.TimeProvider.GetElapsedTime(started),
            cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TakenPermit> TakePermitAsync(ApiDomain domain, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(limit, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        try
        {
            return await _permits.TakeAsync(new AmoCrmRateLimitKey(domain.Value, ClientId: null), DomainHandler, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AmoCrmTimeoutException($"{DomainHandler}: it had no turn within {limit.TotalSeconds:0.###} seconds.", exception) { Handler = DomainHandler };
        }
    }

    private Task<AmoCrmResponse> PostAsync(
        string handler, AccountHost host, AmoCrmSettings settings, string grantMember, AmoCrmSecret grant, TakenPermit permit, TimeSpan limit, CancellationToken cancellationToken)
    {
        var request = new AmoCrmRequest(HttpMethod.Post, TokenPath) { Handler = handler, Body = Body(settings, grantMember, grant), Retry = RetrySafety.Unsafe };
        return SendAsync(request, host.Value, static _ => { }, permit, limit, cancellationToken);
    }

    private static byte[] Body(AmoCrmSettings settings, string grantMember, AmoCrmSecret grant)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("client_id", settings.ClientId);
            json.WriteString("client_secret", settings.ClientSecret?.Reveal());
            json.WriteString("grant_type", grantMember == "code" ? "authorization_code" : grantMember);
            json.WriteString(grantMember, grant.Reveal());
            json.WriteString("redirect_uri", settings.RedirectUri);
            json.WriteEndObject();
        }

        return body.ToArray();
    }

    private async Task<AmoCrmResponse> SendAsync(
        AmoCrmRequest request, string host, Action<HttpRequestMessage> prepare, TakenPermit permit, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var budget = TimeLimit.Start(limit, _options.TimeProvider, cancellationToken);
        var telemetry = new RequestTelemetry(request, _options.TimeProvider, budget.StartedAt, _logger);
        var call = new CallState(request, telemetry, budget, cancellationToken);
        var attempt = telemetry.StartAttempt();
        try
        {
            using var message = _messages.Create(call, host);
            prepare(message);
            attempt.Permitted(permit.Waited);
            attempt.Sending(host);
            var response = await _exchange.SendAsync(call, message, host, permit, limit, cancellationToken).ConfigureAwait(false);
            attempt.Answered(response);
            telemetry.Answered(response);
            return response;
        }
        catch (Exception exception)
        {
            attempt.Failed(exception);
            telemetry.Failed(exception);
            throw exception switch
            {
                OperationCanceledException cancelled => TransportFailures.Cancelled(call, cancelled),
                AmoCrmException => exception,
                _ => Unexpected(call, exception),
            };
        }
        finally
        {
            End(attempt);
            End(telemetry);
        }
    }

    // Whatever a handler of somebody's own threw: what counts is whether bytes had left.
    private static AmoCrmException Unexpected(CallState call, Exception exception) => TransportFailures.OrOutcomeUnknown(
        call, new AmoCrmNetworkException($"{call.Request.Handler}: sending failed with {exception.GetType().Name}.", exception) { Handler = call.Request.Handler });

    private static void End(IDisposable telemetry)
    {
        try
        {
            telemetry.Dispose();
        }
#pragma warning disable CA1031 // A logger or listener that fails must not cost the tokens that have just been answered.
        catch (Exception)
#pragma warning restore CA1031
        {
            // There is nobody to tell.
        }
    }
}
