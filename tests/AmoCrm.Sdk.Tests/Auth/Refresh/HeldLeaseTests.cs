using AmoCrm.Sdk.Auth.Refresh;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

public sealed class HeldLeaseTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(45);

    private readonly FakeTimeProvider _clock = new();
    private readonly DateTimeOffset _now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(600, true)]
    public void A_lease_that_is_possible_holds_as_long_as_the_stores_clock_says(int seconds, bool isHeld)
    {
        var held = new HeldLease(_clock, Duration);
        var lease = new AmoCrmTokenLease("other", _now.AddSeconds(seconds));

        Assert.Equal(isHeld, held.IsHeld(lease, _now));
        _clock.Advance(Duration);
        Assert.Equal(isHeld, held.IsHeld(lease, _now));
    }

    [Fact]
    public void An_impossible_one_holds_for_the_length_of_a_lease_since_it_was_met()
    {
        var held = new HeldLease(_clock, Duration);
        var lease = new AmoCrmTokenLease("other", _now.AddSeconds(601));

        Assert.True(held.IsHeld(lease, _now));
        Assert.True(held.IsFirstLook);
        _clock.Advance(Duration - TimeSpan.FromTicks(1));
        Assert.True(held.IsHeld(lease, _now));
        Assert.False(held.IsFirstLook);
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.False(held.IsHeld(lease, _now));
    }
}
