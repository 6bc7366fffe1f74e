using System.Collections.Concurrent;

namespace AmoCrm.Sdk.Transport;

/// <summary>
/// The time that a call or an attempt has, with the token that ends with it or with an outer one. Each needs one, and hardly any is ever cancelled: those are used again, with
/// their timers (TimeLimitTests: one that was cancelled is not). Dispose of it once; its token means nothing after that.
/// </summary>
internal sealed class TimeLimit : IDisposable
{
    private const int MostIdle = 64;

    private static readonly ConcurrentQueue<TimeLimit> Idle = [];

    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _source;
    private CancellationToken _outer;
    private CancellationTokenRegistration _registration;
    private TimeSpan _left;
    private long _since;
    private bool _isRunning;

    private TimeLimit(TimeProvider clock)
    {
        _clock = clock;
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
    }

    /// <summary>Cancelled when the time is over or the outer token is.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>True when it ended by itself.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    /// <summary>When it was started, on its clock.</summary>
    public long StartedAt { get; private set; }

    public TimeSpan Remaining => _left - _clock.GetElapsedTime(_since);

    /// <summary>Starts the clock.</summary>
    /// <param name="time">The time there is.</param>
    /// <param name="clock">The clock. Limits by another one than the system's are not used again.</param>
    /// <param name="outer">Ends it too.</param>
    public static TimeLimit Start(TimeSpan time, TimeProvider clock, CancellationToken outer)
    {
        var limit = clock == TimeProvider.System && Idle.TryDequeue(out var idle) ? idle : new TimeLimit(clock);
        limit._isRunning = true;
        limit._outer = outer;
        limit._left = time;
        limit.Resume();
        limit.StartedAt = limit._since;
        limit._registration = outer.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit._source);
        return limit;
    }

    /// <summary>Stops the clock. Between this and <see cref="Resume"/> nothing else is asked of it.</summary>
    public void Pause()
    {
        if (!_isRunning)
        {
            return;
        }

        _left = Remaining;
        _source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Lets the clock go on. An attempt that was given up may come here after the call has ended: the clock is somebody else's then.</summary>
    public void Resume()
    {
        if (!_isRunning)
        {
            return;
        }

        _since = _clock.GetTimestamp();
        _source.CancelAfter(_left > TimeSpan.Zero ? _left : TimeSpan.Zero);
    }

    public void Dispose()
    {
        _isRunning = false;

        // Waits for a callback that is running: it must not cancel whoever gets this source next.
        _registration.Dispose();
        (_registration, _outer) = (default, default);
        if (_clock == TimeProvider.System && Idle.Count < MostIdle && _source.TryReset())
        {
            Idle.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }
}
