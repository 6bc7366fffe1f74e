namespace AmoCrm.Emulator.Hosting;

/// <summary>The time of a <see cref="TimeProvider"/>, and what was added to it.</summary>
internal sealed class EmulatorClock(TimeProvider inner) : TimeProvider
{
    private long _advanceTicks;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref _advanceTicks));

    public override long GetTimestamp() => inner.GetTimestamp();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _advanceTicks, time.Ticks);
}
