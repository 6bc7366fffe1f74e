using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Resilience;

/// <summary>
/// The windows of one account: its own and those of its integrations, with one lock, one list of running windows and one timer. A permit takes its place in both windows under the lock,
/// at the same moment.
/// </summary>
internal sealed class AccountWindow : IDisposable
{
    private static readonly TimeSpan ClockTick = TimeSpan.FromMilliseconds(1);

    private readonly SyncRoot _gate = new();
    private readonly RateLimits _limits;
    private readonly TimeProvider _time;
    private readonly long _window;
    private readonly long _pace;
    private readonly ITimer _timer;
    private readonly Dictionary<string, IntegrationWindow> _integrations = new(StringComparer.Ordinal);

    // Whose window runs, the one that ends first at the front: all are of one length.
    private readonly LinkedList<WindowPermit> _running = new();
    private long _alarm = long.MaxValue;
    private int _taken;
    private int _waiting;
    private long _arrivals;
    private bool _isDisposed;

    public AccountWindow(string host, RateLimits limits, TimeProvider time)
    {
        Host = host;
        _limits = limits;
        _time = time;
        _window = TimestampsOf(limits.Window);
        _pace = TimestampsOf(limits.Pace);

        // It must not keep the settings, culture and activity of whoever happened to make the first request.
        using (ExecutionContext.IsFlowSuppressed() ? null : (IDisposable)ExecutionContext.SuppressFlow())
        {
            _timer = time.CreateTimer(static state => ((AccountWindow)state!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public string Host { get; }

    // Looks at the clock are dear: times are kept as it tells them, and it is asked only where an answer can change something.
    private long Now => _time.GetTimestamp();

    public IntegrationWindow IntegrationOf(string clientId)
    {
        lock (_gate)
        {
            if (!_integrations.TryGetValue(clientId, out var integration))
            {
                _integrations[clientId] = integration = new IntegrationWindow(this, clientId);
            }

            return integration;
        }
    }

    /// <summary>A permit if there is one now and nobody waits for it before.</summary>
    public WindowPermit? TryTake(SlidingWindowLane lane)
    {
        lock (_gate)
        {
            var permit = TakeAtOnce(lane, out _);
            lane.Refused += permit is null ? 1 : 0;
            return permit;
        }
    }

    public ValueTask<RateLimitLease> TakeAsync(SlidingWindowLane lane, CancellationToken cancellationToken)
    {
        PermitWaiter waiter;
        lock (_gate)
        {
            if (TakeAtOnce(lane, out var now) is { } permit)
            {
                return ValueTask.FromResult<RateLimitLease>(permit);
            }

            waiter = new PermitWaiter(lane, ++_arrivals, now);
            waiter.Node = lane.Waiters.AddLast(waiter);
            _waiting++;
            SetAlarm(now);
        }

        // Outside the lock: a token that is cancelled already calls back at once.
        var cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((PermitWaiter)state!).GiveUp(token), waiter);
        lock (_gate)
        {
            if (waiter.Node is null)
            {
                // It has its permit, or has given up: nothing is to be taken out any more.
                cancellation.Unregister();
            }
            else
            {
                waiter.Cancellation = cancellation;
            }
        }

        return new ValueTask<RateLimitLease>(waiter.Task);
    }

    public int AvailableTo(SlidingWindowLane lane)
    {
        lock (_gate)
        {
            End(Now);
            return Math.Max(0, Math.Min(_limits.Integration - lane.Integration.Taken, _limits.Account - _taken));
        }
    }

    public RateLimiterStatistics StatisticsOf(SlidingWindowLane lane)
    {
        lock (_gate)
        {
            return new()
            {
                CurrentAvailablePermits = AvailableTo(lane),
                CurrentQueuedCount = lane.Waiters.Count,
                TotalSuccessfulLeases = lane.Granted,
                TotalFailedLeases = lane.Refused,
            };
        }
    }

    public void RequestLeaves(WindowPermit permit)
    {
        lock (_gate)
        {
            if (!permit.IsHeld)
            {
                return;
            }

            if (permit.Phase == WindowPermitPhase.Counting)
            {
                _running.Remove(permit.Node);
            }
            else if (permit.Phase == WindowPermitPhase.Over)
            {
                // A connection that was found dead is replaced within one attempt, and that may take longer than a window. It leaves whatever we say: it counts, and others wait for it.
                permit.Integration.Taken++;
                _taken++;
            }

            var now = Now;
            permit.Leave(now + _window);
            _running.AddLast(permit.Node);
            SetAlarm(now);
        }
    }

    /// <summary>The holder is done with it. Where nothing left, its places are free at once.</summary>
    public void Release(WindowPermit permit)
    {
        if (permit.HasLeft)
        {
            // Nothing becomes free by that, so nobody has to be locked out. One whose window ends at this very moment is not used again, and that is all.
            permit.IsHeld = false;
            return;
        }

        lock (_gate)
        {
            if (!permit.IsHeld)
            {
                return;
            }

            // It is used again only where its window ends after this: whoever disposes of it a second time soon after must not give back another's (WindowPermitTests).
            permit.IsHeld = false;
            if (permit.Phase == WindowPermitPhase.Waiting)
            {
                Free(permit);
                Serve(Now);
            }
        }
    }

    /// <summary>Whoever waits is refused: nobody would wake him any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
            foreach (var lane in _integrations.Values.SelectMany(static integration => new[] { integration.Interactive, integration.Bulk }))
            {
                while (lane.Waiters.First is { Value: var waiter })
                {
                    Leave(waiter);
                    waiter.Cancellation.Unregister();
                    waiter.TrySetResult(NoPermit.Refused);
                }
            }
        }
    }

    public void GiveUp(PermitWaiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (waiter.Node is null)
            {
                return;
            }

            Leave(waiter);
        }

        waiter.TrySetCanceled(cancellationToken);
    }

    private long TimestampsOf(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds * _time.TimestampFrequency);

    /// <summary>A permit if there is one now and nobody waits for it before.</summary>
    /// <param name="lane">For whom.</param>
    /// <param name="now">The time, where there is none.</param>
    private WindowPermit? TakeAtOnce(SlidingWindowLane lane, out long now)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(AmoCrmRateLimiter));
        if (_waiting == 0 && lane.Priority == AmoCrmPriority.Interactive && HasRoom(lane.Integration))
        {
            // There is room even if no window has ended since the last look: what time it is does not matter.
            return Take(lane, now = default, TimeSpan.Zero);
        }

        now = Now;

        // Those who wait come first, also where their window is over and the timer has not said so yet (LimiterQueueTests: a newcomer of another integration).
        Serve(now);
        return IsFirst(lane) && MayTake(lane, now) ? Take(lane, now, TimeSpan.Zero) : null;
    }

    private void Leave(PermitWaiter waiter)
    {
        waiter.Lane.Waiters.Remove(waiter.Node!);
        waiter.Node = null;
        _waiting--;
    }

    private void Ring()
    {
        lock (_gate)
        {
            _alarm = long.MaxValue;
            Serve(Now);
        }
    }

    /// <summary>Gives permits to those who wait, as far as there are any, and sets the alarm for the next one.</summary>
    private void Serve(long now)
    {
        End(now);
        while (Next(now) is { } waiter)
        {
            Leave(waiter);
            waiter.Cancellation.Unregister();
            waiter.TrySetResult(Take(waiter.Lane, now, _time.GetElapsedTime(waiter.Since, now)));
        }

        SetAlarm(now);
    }

    /// <summary>Who is next: of the interactive requests that may go the one that came first, else of the bulk ones.</summary>
    private PermitWaiter? Next(long now) =>
        _waiting == 0 || _taken >= _limits.Account ? null : Next(now, AmoCrmPriority.Interactive) ?? Next(now, AmoCrmPriority.Bulk);

    private PermitWaiter? Next(long now, AmoCrmPriority priority)
    {
        PermitWaiter? first = null;
        foreach (var integration in _integrations.Values)
        {
            var lane = integration.Lane(priority);
            if (lane.Waiters.First is { Value: var waiter } && MayTake(lane, now) && (first is null || waiter.Number < first.Number))
            {
                first = waiter;
            }
        }

        return first;
    }

    /// <summary>Whether nobody waits whose turn comes before a newcomer's. Those who wait for their integration's window do not count where that is another one.</summary>
    private bool IsFirst(SlidingWindowLane lane)
    {
        if (_waiting == 0)
        {
            return true;
        }

        return lane.Waiters.Count == 0
            && (lane.Priority == AmoCrmPriority.Interactive || lane.Integration.Interactive.Waiters.Count == 0);
    }

    private bool MayTake(SlidingWindowLane lane, long now) =>
        HasRoom(lane.Integration) && (lane.Priority == AmoCrmPriority.Interactive || now >= lane.Integration.NextBulk);

    private bool HasRoom(IntegrationWindow integration) => integration.Taken < _limits.Integration && _taken < _limits.Account;

    private WindowPermit Take(SlidingWindowLane lane, long now, TimeSpan waited)
    {
        var integration = lane.Integration;
        integration.Taken++;
        _taken++;
        lane.Granted++;
        if (lane.Priority == AmoCrmPriority.Bulk)
        {
            integration.BulkGranted(now, _pace);
        }

        var permit = integration.Rent();
        permit.Begin(waited);
        return permit;
    }

    /// <summary>Ends the windows that are over.</summary>
    private void End(long now)
    {
        while (_running.First is { Value: var permit } && permit.EndsAt <= now)
        {
            _running.RemoveFirst();
            Free(permit);
            if (!permit.IsHeld)
            {
                permit.Integration.Return(permit);
            }
        }
    }

    private void Free(WindowPermit permit)
    {
        permit.Phase = WindowPermitPhase.Over;
        permit.Integration.Taken--;
        _taken--;
    }

    /// <summary>Wakes up when the first window ends, or when the next bulk permit is due. Nobody waits: no alarm.</summary>
    private void SetAlarm(long now)
    {
        if (_waiting == 0)
        {
            return;
        }

        var next = _running.First?.Value.EndsAt ?? long.MaxValue;
        if (_taken < _limits.Account)
        {
            foreach (var integration in _integrations.Values)
            {
                if (integration.Bulk.Waiters.Count > 0 && integration.Taken < _limits.Integration && integration.NextBulk < next)
                {
                    next = integration.NextBulk;
                }
            }
        }

        if (next >= _alarm || next == long.MaxValue)
        {
            return;
        }

        _alarm = next;

        // Timers count whole milliseconds and drop the rest: one that rings too early would only have to be set again.
        var due = next > now ? _time.GetElapsedTime(now, next) : TimeSpan.Zero;
        _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(due / ClockTick)), Timeout.InfiniteTimeSpan);
    }
}
