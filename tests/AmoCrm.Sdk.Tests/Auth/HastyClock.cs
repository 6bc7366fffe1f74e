namespace AmoCrm.Sdk.Tests.Auth;

/// <summary>Whoever waits on it goes on at once; it notes how long they meant to wait.</summary>
internal sealed class HastyClock : TimeProvider
{
    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
