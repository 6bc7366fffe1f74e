using System.Runtime.InteropServices;

namespace AmoCrm.Emulator.Counting;

/// <summary>How often each key came.</summary>
internal sealed class Tally<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, long> _counts = [];

    public void Add(TKey key, long count = 1) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _) += count;

    public IReadOnlyDictionary<TKey, long> Snapshot() => new Dictionary<TKey, long>(_counts);

    public void Clear() => _counts.Clear();
}
