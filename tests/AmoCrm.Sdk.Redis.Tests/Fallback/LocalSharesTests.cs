using AmoCrm.Sdk.Redis.Fallback;
using AmoCrm.Sdk.Redis.Scripts;
using AmoCrm.Sdk.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Redis.Tests.Fallback;

public sealed class LocalSharesTests
{
    private const string Host = "demo.amocrm.ru";

    private static readonly RateLimits Limits = RateLimits.Of(new AmoCrmRateLimitOptions());

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1, 7, 50, 1)]
    [InlineData(2, 3, 25, 1)]
    [InlineData(4, 1, 12, 1)]
    [InlineData(7, 1, 7, 1)]
    [InlineData(14, 1, 7, 2)]
    [InlineData(70, 1, 7, 10)]
    public void A_share_is_whole_permits_in_a_window_or_one_in_a_longer_window(int processes, int integration, int account, int windows)
    {
        using var shares = Shares();
        shares.Heard(Host, Heard(processes));
        Assert.Equal(processes, shares.ProcessesOf(Host));
        Assert.Equal((integration, account), (shares.LimitsOf(Host).Integration, shares.LimitsOf(Host).Account));
        Assert.Equal(windows, shares.LimitsOf(Host).Window / Limits.Window, precision: 6);
    }

    [Fact]
    public void The_share_in_the_options_counts_instead()
    {
        using var shares = Shares(options => options.FallbackShare = 0.5);
        shares.Heard(Host, Heard(7));
        Assert.Equal(new RateLimits(3, 25, Limits.Window), shares.LimitsOf(Host));
    }

    [Fact]
    public void The_limiter_stays_the_same_while_the_share_does()
    {
        using var shares = Shares();
        shares.Heard(Host, Heard(2));
        var limiter = shares.Of(Host);
        shares.Heard(Host, Heard(2));
        Assert.Same(limiter, shares.Of(Host));
        shares.Heard(Host, Heard(3));
        Assert.NotSame(limiter, shares.Of(Host));
    }

    [Fact]
    public void A_server_that_should_know_this_process_and_does_not_lost_its_memory()
    {
        using var shares = Shares();
        Assert.False(shares.Heard(Host, Heard(1, isNew: true)));
        Assert.False(shares.Heard(Host, Heard(1)));
        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.True(shares.Heard(Host, Heard(1, isNew: true)));
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.False(shares.Heard(Host, Heard(1, isNew: true)));
    }

    private static Decision Heard(int processes, bool isNew = false) => new(IsGiven: true, 0, 0, processes, isNew);

    private LocalShares Shares(Action<AmoCrmRedisOptions>? configure = null)
    {
        var options = new AmoCrmRedisOptions();
        configure?.Invoke(options);
        return new LocalShares(Limits, options, _time);
    }
}
