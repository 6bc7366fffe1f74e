using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Soak.Idle;

/// <summary>A virtual clock that leaps to the next moment for which somebody waits long: what takes minutes of a year is over by then.</summary>
internal sealed class LeapingClock : FakeTimeProvider
{
    // A keep-alive waits for hours; timeouts of requests, which run beside it, are far shorter.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Waiting, DateTimeOffset> _waiting = new();

    /// <summary>The next moment for which somebody waits long; null while nobody does.</summary>
    public DateTimeOffset? Next => _waiting.IsEmpty ? null : _waiting.Values.Min();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Long || dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var waiting = new Waiting(_waiting);
        _waiting[waiting] = GetUtcNow() + dueTime;
        waiting.Timer = base.CreateTimer(
            inner =>
            {
                _waiting.TryRemove(waiting, out _);
                callback(inner);
            },
            state,
            dueTime,
            period);
        return waiting;
    }

    private sealed class Waiting(ConcurrentDictionary<Waiting, DateTimeOffset> all) : ITimer
    {
        public ITimer? Timer { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => Timer!.Change(dueTime, period);

        public void Dispose()
        {
            all.TryRemove(this, out _);
            Timer?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
