namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>The system's clock, but each look at it finds a further fifth of a second gone: a limiter with amoCRM's limits then never makes anybody wait, and its windows are as full as they are in use.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private static readonly long Step = System.TimestampFrequency / 5;

    // The limiter looks at it with its lock held: nothing else is needed to count.
    private long _ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (_ahead += Step);
}
