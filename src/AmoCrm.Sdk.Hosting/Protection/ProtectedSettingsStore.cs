using Microsoft.AspNetCore.DataProtection;

namespace AmoCrm.Sdk.Hosting;

/// <summary>
/// A store whose secrets lie protected in another one: access token, refresh token and client secret, in the settings and in the notes beside them, are written as
/// <c>protected:v1:…</c> with the keys of ASP.NET Core's data protection, each for its agent and its key.
/// </summary>
/// <remarks>
/// <para>Values that were written without protection are read as they are, and are protected when they are written the next time: tokens with the next refresh, a client secret when it is changed, all of them with <see cref="SaveAsync"/>.</para>
/// <para>Whoever reads the documents without the key ring, software in other languages above all, cannot use them any more. Keep the key ring where it survives a deployment, and share it among all
/// processes that use the store, under one application name: without it every agent has to be authorised again.</para>
/// </remarks>
public sealed class ProtectedSettingsStore : IAmoCrmTokenStore
{
    private readonly IAmoCrmTokenStore _inner;
    private readonly IDataProtectionProvider _provider;

    /// <summary>Makes a store. The one behind is not disposed with it.</summary>
    /// <param name="inner">Where the documents are kept.</param>
    /// <param name="provider">The keys.</param>
    public ProtectedSettingsStore(IAmoCrmTokenStore inner, IDataProtectionProvider provider)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(provider);
        _inner = inner;
        _provider = provider;
    }

    /// <inheritdoc/>
    /// <exception cref="AmoCrmConfigurationException">Also when a secret cannot be read with the keys of this process.</exception>
    public async ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) =>
        Protector(agentId).Unprotect(await _inner.ResolveAsync(agentId, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var protector = Protector(agentId);
        AmoCrmSettings? stored;
        try
        {
            stored = await _inner.ResolveAsync(agentId, cancellationToken).ConfigureAwait(false);
        }
        catch (AmoCrmConfigurationException)
        {
            // A new agent, or one whose settings are being put right.
            stored = null;
        }

        await _inner.SaveAsync(agentId, protector.Protect(settings, stored), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAgentsAsync(CancellationToken cancellationToken = default) => _inner.ListAgentsAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="AmoCrmConfigurationException">Also when a secret cannot be read with the keys of this process.</exception>
    public async Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default) =>
        Unprotect(Protector(agentId), await _inner.ReadTokensAsync(agentId, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(updated);
        var protector = Protector(agentId);
        if (updated.Notes.Spending is { State: AmoCrmSpendingState.Pending })
        {
            // Now is the time to find out that new tokens could not be protected: once the refresh token is spent, they would be lost.
            protector.Try(SettingsKeys.RefreshToken);
        }

        // The same text is never protected the same way twice, so what was expected cannot be compared with the store: it is read again, compared here, and the store compares that.
        AmoCrmTokenRecord stored;
        try
        {
            stored = await _inner.ReadTokensAsync(agentId, cancellationToken).ConfigureAwait(false);
        }
        catch (AmoCrmConfigurationException)
        {
            // Somebody removed the agent or spoilt its document: whoever reads next is told.
            return false;
        }

        return stored.Notes.Version == expected.Notes.Version
            && protector.TryUnprotect(SettingsKeys.RefreshToken, stored.Settings.RefreshToken, out var refreshToken, out _)
            && refreshToken == expected.Settings.RefreshToken
            && await _inner.TryWriteTokensAsync(agentId, stored, Protect(protector, stored, expected, updated), cancellationToken).ConfigureAwait(false);
    }

    private static AmoCrmTokenRecord Unprotect(SecretProtector protector, AmoCrmTokenRecord stored)
    {
        var settings = protector.Unprotect(stored.Settings);
        return stored with { Settings = settings, Notes = protector.Unprotect(stored.Notes, stored.Settings, settings), Tag = null };
    }

    private static AmoCrmTokenRecord Protect(SecretProtector protector, AmoCrmTokenRecord stored, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated)
    {
        var (from, to) = (expected.Settings, updated.Settings);

        // Only what changed: an access token that somebody else wrote meanwhile stays, and what is not protected anew is not written.
        var settings = stored.Settings with
        {
            Subdomain = to.Subdomain == from.Subdomain ? stored.Settings.Subdomain : to.Subdomain,
            Domain = to.Domain == from.Domain ? stored.Settings.Domain : to.Domain,
            ClientId = to.ClientId == from.ClientId ? stored.Settings.ClientId : to.ClientId,
            ClientSecret = Protected(SettingsKeys.ClientSecret, from.ClientSecret, to.ClientSecret, stored.Settings.ClientSecret),
            RedirectUri = to.RedirectUri == from.RedirectUri ? stored.Settings.RedirectUri : to.RedirectUri,
            AccessToken = Protected(SettingsKeys.AccessToken, from.AccessToken, to.AccessToken, stored.Settings.AccessToken),
            RefreshToken = Protected(SettingsKeys.RefreshToken, from.RefreshToken, to.RefreshToken, stored.Settings.RefreshToken),
        };
        return stored with { Settings = settings, Notes = protector.Protect(updated.Notes, stored.Notes, settings) };

        AmoCrmSecret? Protected(string key, AmoCrmSecret? before, AmoCrmSecret? now, AmoCrmSecret? text) => now == before ? text : protector.Protect(key, now);
    }

    private SecretProtector Protector(string agentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        return new SecretProtector(_provider, agentId);
    }
}
