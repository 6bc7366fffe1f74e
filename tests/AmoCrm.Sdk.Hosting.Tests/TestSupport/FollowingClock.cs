namespace AmoCrm.Sdk.Hosting.Tests.TestSupport;

/// <summary>Shows the time of another clock; waiting, as for answers over the network, works as ever.</summary>
/// <param name="clock">The other clock.</param>
internal sealed class FollowingClock(TimeProvider clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();
}
