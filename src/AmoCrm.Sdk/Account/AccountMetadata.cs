using System.Collections.Concurrent;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>
/// What requests have to know about the account: whether filters work, its time zone, its task types, its custom fields. Each is read when it is
/// first needed, once for all who wait, and kept for <see cref="AmoCrmClientOptions.AccountMetadataLifetime"/> by host and integration. Settings
/// are no part of it. A read that fails fails the call that needed it, before anything is written.
/// </summary>
internal sealed class AccountMetadata
{
    private readonly IAccountReader _reader;
    private readonly ConcurrentDictionary<AccountKey, AccountCache> _accounts;
    private bool _isForOneRequest;
    private AccountCache? _account;

    public AccountMetadata(IAccountReader reader)
        : this(reader, new())
    {
    }

    private AccountMetadata(IAccountReader reader, ConcurrentDictionary<AccountKey, AccountCache> accounts)
    {
        _reader = reader;
        _accounts = accounts;
    }

    /// <summary>The same facts for a request of several items: the settings, which name the account, are read when the first item asks, and not for each of 250.</summary>
    public AccountMetadata ForOneRequest() => new(_reader, _accounts) { _isForOneRequest = true };

    /// <summary>What is known about the account that the settings name now.</summary>
    public async ValueTask<AccountCache> GetAccountAsync(CancellationToken cancellationToken)
    {
        if (_account is { } known)
        {
            return known;
        }

        var key = await _reader.GetKeyAsync(cancellationToken).ConfigureAwait(false);
        var account = _accounts.GetOrAdd(key, static (_, reader) => new AccountCache(reader), _reader);
        _account = _isForOneRequest ? account : null;
        return account;
    }

    /// <inheritdoc cref="AccountCache.IsApiFilterEnabledAsync"/>
    public async ValueTask<bool> IsApiFilterEnabledAsync(CancellationToken cancellationToken)
    {
        var account = await GetAccountAsync(cancellationToken).ConfigureAwait(false);
        return await account.IsApiFilterEnabledAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="AccountCache.GetTimeZoneAsync"/>
    public async ValueTask<AccountTimeZone> GetTimeZoneAsync(CancellationToken cancellationToken)
    {
        var account = await GetAccountAsync(cancellationToken).ConfigureAwait(false);
        return await account.GetTimeZoneAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets the fields of a scope: they have changed, or amoCRM disagrees with what is known of them.</summary>
    public void DropFields(CustomFieldScope scope)
    {
        foreach (var cache in _accounts.Values)
        {
            cache.DropFields(scope);
        }
    }
}
