namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>Always shows the same time; waiting works as ever.</summary>
/// <param name="now">The time.</param>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
