using System.Collections.Concurrent;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>
/// What requests have to know about the account: whether filters work, its time zone, its task types, its custom fields. Each is read when it is
/// first needed, once for all who wait, and kept for <see cref="AmoCrmClientOptions.AccountMetadataLifetime"/> by host and integration. Settings
/// are no part of it. A read that fails fails the call that needed it, before anything is written.
/// </summary>
internal sealed class AccountMetadata(IAccountReader reader)
{
    /// <summary>A "no" that is this old is asked again, since a manager may just have bought the option or added the field.</summary>
    internal static readonly TimeSpan MaximumAgeOfNo = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<AccountKey, AccountCache> _accounts = new();

    public AccountMetadata(AmoCrmApi api)
        : this(new AccountReader(api))
    {
    }

    /// <summary>Whether amoCRM heeds <c>filter</c> on leads, contacts, companies and customers; where it is off they are ignored.</summary>
    public async ValueTask<bool> IsApiFilterEnabledAsync(CancellationToken cancellationToken)
    {
        var account = await GetInfoAsync(reader.Lifetime, cancellationToken).ConfigureAwait(false);
        if (!account.IsApiFilterEnabled && reader.Lifetime > MaximumAgeOfNo)
        {
            account = await GetInfoAsync(MaximumAgeOfNo, cancellationToken).ConfigureAwait(false);
        }

        return account.IsApiFilterEnabled;
    }

    /// <summary>The account's time zone.</summary>
    /// <exception cref="AmoCrmInvalidResponseException">amoCRM told none that is known here.</exception>
    public async ValueTask<AccountTimeZone> GetTimeZoneAsync(CancellationToken cancellationToken)
    {
        var account = await GetInfoAsync(reader.Lifetime, cancellationToken).ConfigureAwait(false);
        return account.TimeZone
            ?? throw new AmoCrmInvalidResponseException("amoCRM did not tell the account's time zone: give times with their offset, as in 2030-01-31T18:00:00+03:00.");
    }

    /// <summary>The account's kinds of task.</summary>
    public async ValueTask<IReadOnlyList<TaskTypeDefinition>> GetTaskTypesAsync(CancellationToken cancellationToken) =>
        (await GetInfoAsync(reader.Lifetime, cancellationToken).ConfigureAwait(false)).TaskTypes;

    /// <summary>The custom fields of a scope.</summary>
    public ValueTask<CustomFieldDefinitions> GetFieldsAsync(CustomFieldScope scope, CancellationToken cancellationToken) =>
        GetFieldsAsync(scope, reader.Lifetime, cancellationToken);

    /// <summary>The custom fields of a scope, not older than <paramref name="maximumAge"/>.</summary>
    public async ValueTask<CustomFieldDefinitions> GetFieldsAsync(CustomFieldScope scope, TimeSpan maximumAge, CancellationToken cancellationToken)
    {
        var cache = await GetCacheAsync(cancellationToken).ConfigureAwait(false);
        return await cache.Fields(scope)
            .GetAsync(Least(maximumAge, reader.Lifetime), () => reader.ReadFieldsAsync(scope), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The custom fields of a scope if they are at hand; null when they would have to be read.</summary>
    public async ValueTask<CustomFieldDefinitions?> PeekFieldsAsync(CustomFieldScope scope, CancellationToken cancellationToken)
    {
        var cache = await GetCacheAsync(cancellationToken).ConfigureAwait(false);
        return await cache.Fields(scope).PeekAsync(reader.Lifetime).ConfigureAwait(false);
    }

    /// <summary>Turns what a caller wrote into what is sent. Fields are read only when a name or a choice's text has to be looked up.</summary>
    /// <exception cref="AmoCrmArgumentException">A key or a choice is unknown or ambiguous, or a field is given twice.</exception>
    public ValueTask<ResolvedCustomFields> ResolveAsync(CustomFieldScope scope, CustomFieldInput input, string handler, CancellationToken cancellationToken) =>
        new CustomFieldResolver(this, scope, handler).ResolveAsync(input, cancellationToken);

    /// <summary>Forgets the fields of a scope: they have changed, or amoCRM disagrees with what is known of them.</summary>
    public void DropFields(CustomFieldScope scope)
    {
        foreach (var cache in _accounts.Values)
        {
            cache.Fields(scope).Drop();
        }
    }

    private async ValueTask<AccountInfo> GetInfoAsync(TimeSpan maximumAge, CancellationToken cancellationToken)
    {
        var cache = await GetCacheAsync(cancellationToken).ConfigureAwait(false);
        return await cache.Info.GetAsync(maximumAge, reader.ReadAccountAsync, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AccountCache> GetCacheAsync(CancellationToken cancellationToken)
    {
        var key = await reader.GetKeyAsync(cancellationToken).ConfigureAwait(false);
        return _accounts.GetOrAdd(key, static (_, timeProvider) => new AccountCache(timeProvider), reader.TimeProvider);
    }

    private static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
