using System.Security.Cryptography;
using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Auth.Authorization;
using AmoCrm.Sdk.Auth.Refresh;
using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk;

/// <summary>Has integrations authorised, for programs without dependency injection. Safe for use by many threads; make one and keep it.</summary>
/// <example>
/// <code>
/// await using var authorizer = new AmoCrmAuthorizer(new AmoCrmClientOptions());
/// var page = await authorizer.CreateConsentUriAsync("default");      // the person's browser goes there
/// var done = await authorizer.CompleteAsync(redirectedTo);           // and comes back to the redirect URI
/// </code>
/// </example>
public sealed class AmoCrmAuthorizer : IAmoCrmAuthorizer, IAsyncDisposable, IDisposable
{
    private const int StateBytes = 32;
    private const int StateLength = 43;

    private static readonly TimeSpan StateLifetime = TimeSpan.FromMinutes(60);

    private readonly AmoCrmClientOptions _options;
    private readonly IAmoCrmTokenStore _store;
    private readonly IAmoCrmAuthorizationStateStore _states;
    private readonly CodeExchange _exchange;
    private readonly AuthorizationKeeper _keeper;
    private readonly ILogger _logger;
    private readonly HttpMessageInvoker? _connection;

    /// <summary>Makes an authorizer.</summary>
    /// <param name="options">Where the settings are and how amoCRM is reached; a copy is taken. Without <see cref="AmoCrmClientOptions.SettingsResolver"/> it is the JSON file.</param>
    /// <param name="states">Keeps what is under way; null for the memory of this process.</param>
    /// <exception cref="AmoCrmConfigurationException">Options are not allowed, or the settings are kept where tokens cannot be.</exception>
    public AmoCrmAuthorizer(AmoCrmClientOptions options, IAmoCrmAuthorizationStateStore? states = null)
        : this(Checked(options), states, connection: null)
    {
    }

    internal AmoCrmAuthorizer(AmoCrmClientOptions options, IAmoCrmAuthorizationStateStore? states, Func<HttpMessageInvoker>? connection)
    {
        _options = options;
        _store = options.SettingsResolver as IAmoCrmTokenStore ?? throw AuthorizationErrors.NoTokenStore(options.SettingsResolver);
        _states = states ?? new InMemoryAuthorizationStateStore(options.TimeProvider);
        _logger = options.LoggerFactory.CreateLogger(AuthLog.Category);
        if (connection is null)
        {
            var own = _connection = ClientTransport.Connect(options);
            connection = () => own;
        }

        _exchange = new CodeExchange(new OAuthEndpoint(options, connection));
        _keeper = new AuthorizationKeeper(options, _store, _logger);
    }

    /// <inheritdoc/>
    public async Task<Uri> CreateConsentUriAsync(string agentId, AmoCrmConsentMode? mode = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        var settings = await _store.ResolveAsync(agentId, cancellationToken).ConfigureAwait(false);
        AuthorizationSettings.Check(agentId, settings);
        var state = Convert.ToBase64String(RandomNumberGenerator.GetBytes(StateBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var page = ConsentPage.Uri(_options, agentId, settings, state, mode);
        await _states.AddAsync(state, agentId, StateLifetime, cancellationToken).ConfigureAwait(false);
        return page;
    }

    /// <inheritdoc/>
    public async Task<AmoCrmAuthorizationResult> CompleteAsync(Uri redirectedTo, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(redirectedTo);
        var query = RedirectQuery.Parse(redirectedTo);

        // Before anything else is believed, and in every case: an answer works once, whatever it says.
        var agentId = query["state"] is { Length: StateLength } state ? await _states.TakeAsync(state, cancellationToken).ConfigureAwait(false) : null;
        if (string.IsNullOrEmpty(agentId))
        {
            throw AuthorizationErrors.StateUnknown();
        }

        if (!query.IsUnambiguous)
        {
            throw AuthorizationErrors.NotUnderstood(agentId);
        }

        if (query["error"] is { } error)
        {
            throw error == "access_denied" ? AuthorizationErrors.Denied(agentId) : AuthorizationErrors.ErrorInRedirect(agentId);
        }

        if (query["code"] is not { Length: > 0 } code || query["referer"] is not { } referer)
        {
            throw AuthorizationErrors.NotUnderstood(agentId);
        }

        // The client secret goes there next: nothing but a whole host, as amoCRM writes it, will do.
        if (!AccountHost.TryParse(referer, domain: null, out var host) || host.Value != referer)
        {
            throw AuthorizationErrors.NoAccountHost(agentId);
        }

        var record = await _store.ReadTokensAsync(agentId, cancellationToken).ConfigureAwait(false);
        AuthorizationSettings.Check(agentId, record.Settings);
        return query["client_id"] is { } clientId && !clientId.Equals(record.Settings.ClientId, StringComparison.OrdinalIgnoreCase)
            ? throw AuthorizationErrors.OtherIntegration(agentId)
            : await ExchangeAsync(agentId, record, host, code, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<AmoCrmAuthorizationResult> ExchangeCodeAsync(string agentId, AmoCrmSecret code, string? account = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        ArgumentNullException.ThrowIfNull(code);
        var trimmed = code.Reveal().Trim();
        if (trimmed.Length == 0)
        {
            throw new AmoCrmArgumentException(OAuthEndpoint.CodeHandler, nameof(code), "The code is empty: copy it from the integration's dialog.");
        }

        var record = await _store.ReadTokensAsync(agentId, cancellationToken).ConfigureAwait(false);
        AuthorizationSettings.Check(agentId, record.Settings);
        return await ExchangeAsync(agentId, record, HostOf(agentId, account, record.Settings), trimmed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _connection?.Dispose();

    /// <summary>Closes the connections.</summary>
    /// <returns>A task that is done.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static AmoCrmClientOptions Checked(AmoCrmClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var copy = options.Copy();
        copy.SettingsResolver ??= new JsonFileSettingsStore();
        return copy;
    }

    private static AccountHost HostOf(string agentId, string? account, AmoCrmSettings settings)
    {
        if (account is null)
        {
            return settings.GetHost(agentId);
        }

        // A label is completed as the settings say; a whole host says it itself.
        var domain = account.Contains('.', StringComparison.Ordinal) ? null : AuthorizationSettings.DomainOf(agentId, settings);
        return AccountHost.TryParse(account, domain, out var host, out var problem) ? host : throw AuthorizationErrors.NotAnAccount(agentId, problem);
    }

    private async Task<AmoCrmAuthorizationResult> ExchangeAsync(string agentId, AmoCrmTokenRecord record, AccountHost host, AmoCrmSecret code, CancellationToken cancellationToken)
    {
        var answer = await _exchange.ExchangeAsync(agentId, record.Settings, host, code, cancellationToken).ConfigureAwait(false);
        await _keeper.KeepAsync(agentId, record, host, answer).ConfigureAwait(false);
        TokenFlights.Of(_store).Unproven(agentId, new UnprovenToken(answer.AccessToken, afterRefusal: false, _options.TimeProvider.GetUtcNow()));
        AuthLog.Authorized(_logger, agentId, host.Value);
        _options.TokenEvents.Raise(new AmoCrmTokenEventArgs(agentId, AmoCrmAuthorizationState.Authorized), _logger);
        return new AmoCrmAuthorizationResult(agentId, host, AccessTokenClaims.Read(answer.AccessToken.Reveal()).ExpiresAt);
    }
}
