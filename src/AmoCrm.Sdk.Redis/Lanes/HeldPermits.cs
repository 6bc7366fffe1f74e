using AmoCrm.Sdk.Resilience;

namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>
/// The permits whose request has not left: a connection may take longer than a window to be made. Several times in a window their places are kept; those of a process that died are free
/// when the window is over.
/// </summary>
internal sealed class HeldPermits : IDisposable
{
    private const int RoundsInWindow = 4;

    private readonly SyncRoot _gate = new();
    private readonly HashSet<SharedPermit> _permits = [];
    private readonly TimeSpan _round;
    private readonly ITimer _timer;
    private bool _isRunning;

    public HeldPermits(RateLimits limits, TimeProvider time)
    {
        _round = limits.Window / RoundsInWindow;
        using (ExecutionContext.IsFlowSuppressed() ? null : (IDisposable)ExecutionContext.SuppressFlow())
        {
            _timer = time.CreateTimer(static state => ((HeldPermits)state!).Round(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Add(SharedPermit permit)
    {
        lock (_gate)
        {
            _permits.Add(permit);
            if (!_isRunning)
            {
                _isRunning = true;
                _timer.Change(_round, _round);
            }
        }
    }

    public void Remove(SharedPermit permit)
    {
        lock (_gate)
        {
            _permits.Remove(permit);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Round()
    {
        SharedPermit[] permits;
        lock (_gate)
        {
            permits = [.. _permits];
            if (permits.Length == 0)
            {
                _isRunning = false;
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }

        // Outside the lock: a permit has its own, and takes this one inside it.
        foreach (var permit in permits)
        {
            permit.Keep(_round);
        }
    }
}
