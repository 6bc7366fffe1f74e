using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>
/// The queue of this process for one integration and priority. One permit at a time is asked for, for whoever is first when it comes: so a process holds no more than one promise, and a
/// caller that gives up costs nobody a place.
/// </summary>
/// <param name="permits">Where permits come from.</param>
/// <param name="time">The clock.</param>
internal sealed class Lane(Func<CancellationToken, Task<LanePermit>> permits, TimeProvider time) : IDisposable
{
    private readonly SyncRoot _gate = new();
    private readonly LinkedList<LaneWaiter> _waiters = new();
    private CancellationTokenSource _nobodyWaits = new();
    private long? _waitedUntil;
    private bool _isServing;
    private bool _isDisposed;

    public bool IsWaitedFor
    {
        get
        {
            lock (_gate)
            {
                return _waiters.Count > 0;
            }
        }
    }

    public ValueTask<RateLimitLease> TakeAsync(CancellationToken cancellationToken)
    {
        var waiter = new LaneWaiter(this, time.GetTimestamp());
        bool starts;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(AmoCrmRedisRateLimiter));
            waiter.Node = _waiters.AddLast(waiter);
            starts = !_isServing;
            _isServing = true;
        }

        // Outside the lock: a token that is cancelled already calls back at once.
        var cancellation = cancellationToken.UnsafeRegister(static (state, token) => ((LaneWaiter)state!).GiveUp(token), waiter);
        lock (_gate)
        {
            if (waiter.Node is null)
            {
                cancellation.Unregister();
            }
            else
            {
                waiter.Cancellation = cancellation;
            }
        }

        if (starts)
        {
            // It must not keep the activity and culture of whoever happened to come first.
            using (ExecutionContext.IsFlowSuppressed() ? null : (IDisposable)ExecutionContext.SuppressFlow())
            {
                _ = ServeAsync();
            }
        }

        return new ValueTask<RateLimitLease>(waiter.Task);
    }

    public void GiveUp(LaneWaiter waiter, CancellationToken cancellationToken)
    {
        CancellationTokenSource? last;
        lock (_gate)
        {
            if (waiter.Node is null)
            {
                return;
            }

            Leave(waiter);
            last = _waiters.Count == 0 ? _nobodyWaits : null;
        }

        // Not here: what is cancelled goes on at once, and ends in this lane.
        _ = last?.CancelAsync();
        waiter.TrySetCanceled(cancellationToken);
    }

    public void Dispose()
    {
        LaneWaiter[] left;
        lock (_gate)
        {
            _isDisposed = true;
            left = [.. _waiters];
            foreach (var waiter in left)
            {
                Leave(waiter);
            }
        }

        _ = _nobodyWaits.CancelAsync();
        foreach (var waiter in left)
        {
            waiter.Cancellation.Unregister();
            waiter.TrySetException(new ObjectDisposedException(nameof(AmoCrmRedisRateLimiter)));
        }
    }

    private void Leave(LaneWaiter waiter)
    {
        _waiters.Remove(waiter.Node!);
        waiter.Node = null;
    }

    private async Task ServeAsync()
    {
        while (Continue() is { } nobodyWaits)
        {
            LanePermit? permit = null;
            Exception? failure = null;
            try
            {
                permit = await permits(nobodyWaits).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (nobodyWaits.IsCancellationRequested)
            {
                continue;
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            Hand(permit, failure);
        }
    }

    /// <summary>What says that nobody waits any more; null when nobody does.</summary>
    private CancellationToken? Continue()
    {
        lock (_gate)
        {
            if (_waiters.Count == 0)
            {
                _isServing = false;
                return null;
            }

            if (_nobodyWaits.IsCancellationRequested)
            {
                _nobodyWaits = new CancellationTokenSource();
            }

            return _nobodyWaits.Token;
        }
    }

    private void Hand(LanePermit? permit, Exception? failure)
    {
        LaneWaiter? first;
        lock (_gate)
        {
            first = _waiters.First?.Value;
            if (first is not null)
            {
                Leave(first);
            }
        }

        if (first is null)
        {
            permit?.Dispose();
            return;
        }

        first.Cancellation.Unregister();
        if (permit is null)
        {
            first.TrySetException(failure!);
            return;
        }

        // Also where the permits before this one were what had to be waited for. Only one at a time is handed.
        _waitedUntil = permit.WaitedUntil ?? _waitedUntil;
        permit.Begin(_waitedUntil > first.Since ? time.GetElapsedTime(first.Since) : TimeSpan.Zero);
        first.TrySetResult(permit);
    }
}
