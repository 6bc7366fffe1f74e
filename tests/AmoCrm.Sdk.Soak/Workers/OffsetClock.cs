namespace AmoCrm.Sdk.Soak.Workers;

/// <summary>The machine's clock and what was added to it, in step with the emulator's. Waiting takes real time.</summary>
internal sealed class OffsetClock : TimeProvider
{
    private long _aheadTicks;

    public TimeSpan Ahead
    {
        get => new(Interlocked.Read(ref _aheadTicks));
        set => Interlocked.Exchange(ref _aheadTicks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
