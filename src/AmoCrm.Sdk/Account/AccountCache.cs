using System.Collections.Concurrent;

namespace AmoCrm.Sdk;

/// <summary>What is kept about one account. Each fact is read when it is first needed.</summary>
internal sealed class AccountCache(IAccountReader reader)
{
    /// <summary>A "no" that is this old is asked again, since a manager may just have bought the option or added the field.</summary>
    internal static readonly TimeSpan MaximumAgeOfNo = TimeSpan.FromMinutes(1);

    private readonly SharedRead<AccountInfo> _info = new(reader.TimeProvider);
    private readonly ConcurrentDictionary<string, SharedRead<CustomFieldDefinitions>> _fields = new(StringComparer.Ordinal);

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

    /// <summary>The custom fields of a scope.</summary>
    public Task<CustomFieldDefinitions> GetFieldsAsync(CustomFieldScope scope, CancellationToken cancellationToken) =>
        GetFieldsAsync(scope, reader.Lifetime, cancellationToken);

    /// <summary>The custom fields of a scope, not older than <paramref name="maximumAge"/>.</summary>
    public Task<CustomFieldDefinitions> GetFieldsAsync(CustomFieldScope scope, TimeSpan maximumAge, CancellationToken cancellationToken) =>
        Fields(scope).GetAsync(Least(maximumAge, reader.Lifetime), () => reader.ReadFieldsAsync(scope), cancellationToken);

    /// <summary>The custom fields of a scope if they are at hand; null when they would have to be read.</summary>
    public ValueTask<CustomFieldDefinitions?> PeekFieldsAsync(CustomFieldScope scope) => Fields(scope).PeekAsync(reader.Lifetime);

    /// <summary>Forgets the fields of a scope.</summary>
    public void DropFields(CustomFieldScope scope) => Fields(scope).Drop();

    private Task<AccountInfo> GetInfoAsync(TimeSpan maximumAge, CancellationToken cancellationToken) =>
        _info.GetAsync(maximumAge, reader.ReadAccountAsync, cancellationToken);

    private SharedRead<CustomFieldDefinitions> Fields(CustomFieldScope scope) =>
        _fields.GetOrAdd(scope.Path, static (_, clock) => new SharedRead<CustomFieldDefinitions>(clock), reader.TimeProvider);

    private static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
