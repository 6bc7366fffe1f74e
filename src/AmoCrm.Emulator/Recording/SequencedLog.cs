namespace AmoCrm.Emulator.Recording;

/// <summary>Records in the order of arrival, whatever the order in which they were added.</summary>
internal sealed class SequencedLog<TRecord>(Func<TRecord, long> sequence)
{
    private readonly SyncRoot _gate = new();
    private readonly List<TRecord> _records = [];

    public void Add(TRecord record)
    {
        lock (_gate)
        {
            _records.Add(record);
        }
    }

    public IReadOnlyList<TRecord> Snapshot()
    {
        lock (_gate)
        {
            return _records.OrderBy(sequence).ToList();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _records.Clear();
        }
    }
}
