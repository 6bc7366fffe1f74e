using System.Collections.Concurrent;

namespace AmoCrm.Sdk;

/// <summary>What is kept about one account.</summary>
internal sealed class AccountCache(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, SharedRead<CustomFieldDefinitions>> _fields = new(StringComparer.Ordinal);

    public SharedRead<AccountInfo> Info { get; } = new(timeProvider);

    public SharedRead<CustomFieldDefinitions> Fields(CustomFieldScope scope) =>
        _fields.GetOrAdd(scope.Path, static (_, clock) => new SharedRead<CustomFieldDefinitions>(clock), timeProvider);
}
