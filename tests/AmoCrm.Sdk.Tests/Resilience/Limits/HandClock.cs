namespace AmoCrm.Sdk.Tests.Resilience.Limits;

/// <summary>A clock that a test moves on, without timers. It counts who looks at it.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks;

    public int Looks { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        Looks++;
        return _ticks;
    }

    public void Advance(TimeSpan time) => _ticks += time.Ticks;
}
