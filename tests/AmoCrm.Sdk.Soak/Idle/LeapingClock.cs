using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Soak.Idle;

/// <summary>A virtual clock that leaps to the next moment for which somebody waits long: what takes minutes of a year is over by then.</summary>
internal sealed class LeapingClock : FakeTimeProvider
{
    // A keep-alive waits for hours; timeouts of requests, which run beside it, are far shorter.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Waiting, DateTimeOffset> _waiting = new();

    /// <summary>Whether somebody waits, for however short a time.</summary>
    public bool IsWaitedFor => !_waiting.IsEmpty;

    /// <summary>The next moment for which somebody waits long; null while nobody does.</summary>
    public DateTimeOffset? Next => _waiting.Where(static waiting => waiting.Key.DueTime >= Long).Select(static waiting => (DateTimeOffset?)waiting.Value).Min();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        var waiting = new Waiting(_waiting, dueTime);
        var due = GetUtcNow() + dueTime;
        waiting.Timer = base.CreateTimer(
            inner =>
            {
                _waiting.TryRemove(waiting, out _);
                callback(inner);
            },
            state,
            dueTime,
            period);

        // Last: whoever sees it moves the clock.
        _waiting[waiting] = due;
        return waiting;
    }

    private sealed class Waiting(ConcurrentDictionary<Waiting, DateTimeOffset> all, TimeSpan dueTime) : ITimer
    {
        public TimeSpan DueTime { get; } = dueTime;

        public ITimer? Timer { get; set; }

        public bool Change(TimeSpan newDueTime, TimeSpan period) => Timer!.Change(newDueTime, period);

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
