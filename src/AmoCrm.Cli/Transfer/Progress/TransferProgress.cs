namespace AmoCrm.Cli.Transfer.Progress;

/// <summary>How far a transfer is. It is told by whoever works, and looked at by whoever shows it.</summary>
/// <param name="what">What is transferred.</param>
/// <param name="time">The clock.</param>
internal sealed class TransferProgress(string what, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _begin;
    private long _before;
    private long _done;
    private long? _total;

    /// <summary>The work begins.</summary>
    /// <param name="before">Items that earlier runs have done.</param>
    /// <param name="total">All items; null where nobody knows.</param>
    public void Begin(long before, long? total)
    {
        lock (_gate)
        {
            (_begin, _before, _done, _total) = (time.GetTimestamp(), before, before, total);
        }
    }

    /// <summary>The work goes on.</summary>
    /// <param name="done">Items that are done, those of earlier runs among them.</param>
    /// <param name="total">All items; null for what was said before.</param>
    public void Report(long done, long? total = null)
    {
        lock (_gate)
        {
            (_done, _total) = (done, total ?? _total);
        }
    }

    public ProgressSnapshot Snapshot(long retries)
    {
        lock (_gate)
        {
            return new ProgressSnapshot(what, _done, _total, _done - _before, _begin == 0 ? TimeSpan.Zero : time.GetElapsedTime(_begin), retries);
        }
    }
}
