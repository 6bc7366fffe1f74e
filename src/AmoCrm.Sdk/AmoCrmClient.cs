using AmoCrm.Sdk.Auth.Refresh;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>One account of amoCRM. Safe for use by many threads; make one and keep it.</summary>
/// <example>
/// <code>
/// await using var amo = AmoCrmClient.Create("mycompany", accessToken);
/// var company = await amo.Companies.GetAsync(17);
/// </code>
/// </example>
public sealed partial class AmoCrmClient : IAmoCrmClient, IAsyncDisposable, IDisposable
{
    private readonly AmoCrmApi _api;
    private readonly IDisposable? _connection;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How it works; a copy is taken.</param>
    /// <exception cref="AmoCrmConfigurationException">Options are not allowed; the message names them.</exception>
    public AmoCrmClient(AmoCrmClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var (transport, connection, copy) = ClientTransport.Create(options);
        _connection = connection;
        _api = new AmoCrmApi(this, copy, transport);
    }

    internal AmoCrmClient(AmoCrmClientOptions options, IAmoCrmTransport transport)
    {
        _api = new AmoCrmApi(this, options, transport);
    }

    private AmoCrmClient(AmoCrmApi other, long? contextUserId, AmoCrmPriority priority)
    {
        _api = new AmoCrmApi(this, other, contextUserId, priority);
    }

    /// <inheritdoc/>
    public string AgentId => _api.Options.AgentId;

    /// <summary>Makes a client for one account and one long-lived token.</summary>
    /// <param name="account">The account's subdomain (<c>mycompany</c>) or its whole host (<c>mycompany.kommo.com</c>).</param>
    /// <param name="accessToken">The token.</param>
    /// <returns>The client.</returns>
    /// <exception cref="AmoCrmConfigurationException"><paramref name="account"/> is no account's host, or the token is empty.</exception>
    public static AmoCrmClient Create(string account, string accessToken)
    {
        var settings = new AmoCrmSettings { Subdomain = account, AccessToken = accessToken };
        _ = settings.GetHost();
        return string.IsNullOrWhiteSpace(accessToken)
            ? throw new AmoCrmConfigurationException("The access token is empty: take a long-lived token from the integration's keys and scopes.")
            : new AmoCrmClient(new AmoCrmClientOptions { SettingsResolver = new StaticSettingsResolver(settings) });
    }

    /// <inheritdoc/>
    public IAmoCrmClient AsUser(long userId)
    {
        Guard.PositiveId("as_user", "user_id", userId);
        return new AmoCrmClient(_api, userId, _api.Priority);
    }

    /// <inheritdoc/>
    public IAmoCrmClient AsBulk() => new AmoCrmClient(_api, _api.ContextUserId, AmoCrmPriority.Bulk);

    /// <inheritdoc/>
    public Task<AmoCrmResponse> SendAsync(AmoCrmRequest request, CancellationToken cancellationToken = default) => _api.SendRawAsync(request, cancellationToken);

    /// <summary>Does what <see cref="DisposeAsync"/> does, and keeps the thread waiting when a refresh of tokens is under way: a program that ended meanwhile would lose the new tokens.</summary>
    public void Dispose()
    {
        // Nothing in there comes back to this thread, whatever its synchronization context is.
        DisposeWhenIdleAsync().GetAwaiter().GetResult();
    }

    /// <summary>
    /// Waits for a refresh of tokens that is under way, for it would be lost with the connection, at most <see cref="AmoCrmTokenRefreshOptions.LeaseDuration"/>; then closes the
    /// connections. Clients made by <see cref="AsUser"/> share them.
    /// </summary>
    /// <returns>A task that is done when they are closed.</returns>
    public ValueTask DisposeAsync() => new(DisposeWhenIdleAsync());

    private async Task DisposeWhenIdleAsync()
    {
        if (_api.Options.SettingsResolver is IAmoCrmTokenStore store)
        {
            await TokenFlights.Of(store).WhenIdleAsync(AgentId, _api.Options.TokenRefresh.LeaseDuration, _api.TimeProvider).ConfigureAwait(false);
        }

        _connection?.Dispose();
    }
}
