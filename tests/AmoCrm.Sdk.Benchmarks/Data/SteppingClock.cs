namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>The system's clock, but each look at it finds a further tenth of a second gone: a limiter with amoCRM's limits then never makes anybody wait, and its windows are as full as they are in use.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private static readonly long Step = System.TimestampFrequency / 10;

    private long _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + Interlocked.Add(ref _ahead, Step);
}
