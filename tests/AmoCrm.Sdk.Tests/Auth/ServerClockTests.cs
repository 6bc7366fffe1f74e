using AmoCrm.Sdk.Auth;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Auth;

public sealed class ServerClockTests
{
    private static readonly DateTimeOffset Here = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly ServerClock _clock = new(new FakeTimeProvider(Here));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(-9, 0)]
    [InlineData(10, 10)]
    [InlineData(-10, -10)]
    [InlineData(172_800, 172_800)]
    public void A_difference_counts_from_ten_seconds_on(int seconds, int expected)
    {
        _clock.Observe(Here.AddSeconds(seconds));
        Assert.Equal(Here.AddSeconds(expected), _clock.Now);
    }

    [Fact]
    public void The_last_word_counts_and_silence_says_nothing()
    {
        _clock.Observe(Here.AddHours(1));
        _clock.Observe(null);
        Assert.Equal(Here.AddHours(1), _clock.Now);

        _clock.Observe(Here.AddSeconds(1));
        Assert.Equal(Here, _clock.Now);
    }
}
