namespace AmoCrm.Emulator.Recording;

/// <summary>The requests, in the order of arrival.</summary>
internal sealed class RequestLog
{
    private readonly SyncRoot _gate = new();
    private readonly List<RecordedRequest> _requests = [];
    private long _sequence;

    public long NextSequence() => Interlocked.Increment(ref _sequence);

    public void Add(RecordedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }
    }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return _requests.OrderBy(request => request.Sequence).ToList();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
