namespace AmoCrm.Sdk.Transport;

/// <summary>The time that a request has, with all that belongs to it. The waiting of mass work for its turn is not counted.</summary>
internal sealed class CallBudget : IDisposable
{
    private readonly TimeProvider _time;
    private readonly TimedCancellation _end;
    private TimeSpan _left;
    private long _since;

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The time there is.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="caller">Ends it too.</param>
    public CallBudget(TimeSpan time, TimeProvider clock, CancellationToken caller)
    {
        _time = clock;
        _left = time;
        _since = clock.GetTimestamp();
        _end = TimedCancellation.Start(time, clock, caller);
    }

    /// <summary>Cancelled when the time is over, or by the caller.</summary>
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
