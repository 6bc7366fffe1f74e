using AmoCrm.Sdk.Redis.Fallback;
using AmoCrm.Sdk.Redis.Scripts;
using AmoCrm.Sdk.Redis.Telemetry;
using AmoCrm.Sdk.Resilience;

namespace AmoCrm.Sdk.Redis.Lanes;

/// <summary>Gets one permit for a lane: from Redis, else from this process's own share.</summary>
/// <param name="store">The server.</param>
/// <param name="availability">Whether Redis is there.</param>
/// <param name="shares">What this process may do without it.</param>
/// <param name="held">Those whose request has not left.</param>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class PermitGiver(LimitStore store, RedisAvailability availability, LocalShares shares, HeldPermits held, RateLimits limits, TimeProvider time)
{
    private static readonly TimeSpan ClockTick = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits for a permit. It fails only when nobody wants it any more.</summary>
    /// <param name="keys">Where its places are.</param>
    /// <param name="key">What for.</param>
    /// <param name="goesFirst">The lane of this process that goes before this one, if there is one.</param>
    /// <param name="nobodyWaits">Says that nobody wants it any more.</param>
    public async Task<LanePermit> TakeAsync(LimitKeys keys, AmoCrmRateLimitKey key, Lane? goesFirst, CancellationToken nobodyWaits)
    {
        var ticket = new Ticket(keys, key.Priority);
        long? waitedUntil = null;
        while (true)
        {
            nobodyWaits.ThrowIfCancellationRequested();
            if (availability.IsLost)
            {
                availability.ProbeIfDue(() => store.ProbeAsync(keys));
            }

            if (availability.Pause is { Ticks: > 0 } pause)
            {
                await DelayAsync(pause, nobodyWaits).ConfigureAwait(false);
                waitedUntil = time.GetTimestamp();
                continue;
            }

            if (goesFirst is { IsWaitedFor: true })
            {
                // Redis knows of the first of those only.
                await DelayAsync(limits.Pace, nobodyWaits).ConfigureAwait(false);
                waitedUntil = time.GetTimestamp();
                continue;
            }

            if (availability.IsLost)
            {
                var taking = shares.Of(key.Host).AcquireAsync(key, permitCount: 1, nobodyWaits);
                var isImmediate = taking.IsCompleted;
                var lease = await taking.ConfigureAwait(false);
                return new LocalPermit(lease, isImmediate ? waitedUntil : time.GetTimestamp());
            }

            var (decision, problem) = await store.DecideAsync(ticket).ConfigureAwait(false);
            if (decision is not { } made)
            {
                RedisTelemetry.Decided("failed");
                availability.Lost(problem!, shares.LimitsOf(key.Host), shares.ProcessesOf(key.Host));
                ticket = new Ticket(keys, key.Priority);
                continue;
            }

            if (shares.Heard(key.Host, made))
            {
                // What it had given before it does not know any more: a window later nothing of that counts.
                store.GiveBack(ticket);
                ticket = new Ticket(keys, key.Priority);
                availability.Forgotten();
                continue;
            }

            RedisTelemetry.Decided(made.IsGiven ? "given" : "later");
            if (made.IsGiven)
            {
                if (availability.Pause.Ticks > 0)
                {
                    // Another lane found out meanwhile that nothing may be sent.
                    store.GiveBack(ticket);
                    ticket = new Ticket(keys, key.Priority);
                    continue;
                }

                var permit = new SharedPermit(ticket, made.Now, waitedUntil, store, held, time);
                held.Add(permit);
                return permit;
            }

            try
            {
                await DelayAsync(made.Wait, nobodyWaits).ConfigureAwait(false);
                nobodyWaits.ThrowIfCancellationRequested();
            }
            catch (OperationCanceledException)
            {
                store.GiveBack(ticket);
                throw;
            }

            waitedUntil = time.GetTimestamp();
        }
    }

    // Timers count whole milliseconds and drop the rest; and no wait is longer than a window, for places may be given back, or the server's clock be set.
    private Task DelayAsync(TimeSpan wait, CancellationToken nobodyWaits) =>
        Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((wait < limits.Window ? wait : limits.Window) / ClockTick)), time, nobodyWaits);
}
