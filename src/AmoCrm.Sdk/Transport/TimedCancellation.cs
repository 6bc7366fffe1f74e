using System.Collections.Concurrent;

namespace AmoCrm.Sdk.Transport;

/// <summary>
/// A cancellation token with a time limit and an outer token. Each call and each attempt needs one, and hardly any is ever cancelled: those are used again, with their timers
/// (TimedCancellationTests: one that was cancelled is not). Dispose of it once; its token means nothing after that.
/// </summary>
internal sealed class TimedCancellation : IDisposable
{
    private const int MostIdle = 64;

    private static readonly ConcurrentQueue<TimedCancellation> Idle = [];

    private readonly CancellationTokenSource _source;
    private readonly bool _isReusable;
    private CancellationToken _outer;
    private CancellationTokenRegistration _registration;

    private TimedCancellation(CancellationTokenSource source, bool isReusable)
    {
        _source = source;
        _isReusable = isReusable;
    }

    /// <summary>Cancelled when the time is over or the outer token is.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>True when the time was over before the outer token was cancelled.</summary>
    public bool IsTimeOver => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    /// <summary>Starts one.</summary>
    /// <param name="limit">The time until it is cancelled; infinite for never.</param>
    /// <param name="clock">The clock. Timers of another one than the system's are not used again.</param>
    /// <param name="outer">Cancels it too.</param>
    public static TimedCancellation Start(TimeSpan limit, TimeProvider clock, CancellationToken outer)
    {
        var cancellation = clock != TimeProvider.System
            ? new TimedCancellation(new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock), isReusable: false)
            : Idle.TryDequeue(out var idle) ? idle : new TimedCancellation(new CancellationTokenSource(), isReusable: true);
        cancellation._outer = outer;
        cancellation._source.CancelAfter(limit);
        cancellation._registration = outer.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), cancellation._source);
        return cancellation;
    }

    /// <summary>Sets the time anew.</summary>
    public void CancelAfter(TimeSpan limit) => _source.CancelAfter(limit);

    public void Dispose()
    {
        // Waits for a callback that is running: it must not cancel whoever gets this source next.
        _registration.Dispose();
        (_registration, _outer) = (default, default);
        if (_isReusable && Idle.Count < MostIdle && _source.TryReset())
        {
            Idle.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }
}
