namespace AmoCrm.Sdk.Transport;

/// <summary>The time that a request has, with all that belongs to it. The waiting of mass work for its turn is not counted.</summary>
internal sealed class CallBudget : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end;
    private TimeSpan _left;
    private long _since;

    public CallBudget(TimeSpan time, TimeProvider clock)
    {
        _time = clock;
        _left = time;
        _since = clock.GetTimestamp();
        _end = new CancellationTokenSource(time, clock);
    }

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Token => _end.Token;

    public TimeSpan Remaining => _left - _time.GetElapsedTime(_since);

    /// <summary>Stops the clock. Between this and <see cref="Resume"/> nothing else is asked of it.</summary>
    public void Pause()
    {
        _left = Remaining;
        _end.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Resume()
    {
        _since = _time.GetTimestamp();
        _end.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
    }

    public void Dispose() => _end.Dispose();
}
