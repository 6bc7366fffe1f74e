using System.Threading.RateLimiting;
using AmoCrm.Sdk.Redis.Lanes;
using AmoCrm.Sdk.Redis.Tests.TestSupport;
using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Tests;

public sealed class AmoCrmRedisRateLimiterTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task A_connection_of_somebody_else_stays_open()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        await using var bench = server.Bench();
        var limiter = bench.Limiter(connection);
        await LimiterBench.SendAsync(limiter, LimiterBench.Key());

        await limiter.DisposeAsync();

        Assert.True(connection.IsConnected);
        await connection.GetDatabase().PingAsync();
    }

    [Fact]
    public async Task It_may_be_disposed_of_twice_and_gives_nothing_after()
    {
        await using var bench = server.Bench();
        var limiter = bench.Limiter();
        await LimiterBench.SendAsync(limiter, LimiterBench.Key());

        await limiter.DisposeAsync();
        await limiter.DisposeAsync();
        limiter.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => limiter.AcquireAsync(LimiterBench.Key(), 1).AsTask());
    }

    [Fact]
    public async Task A_request_takes_one_permit_and_waits_for_it()
    {
        await using var bench = server.Bench();
        var limiter = bench.Limiter();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => limiter.AcquireAsync(LimiterBench.Key(), 2).AsTask());
        using var nothing = await limiter.AcquireAsync(LimiterBench.Key(), 0);
        using var refused = limiter.AttemptAcquire(LimiterBench.Key());
        Assert.True(nothing.IsAcquired);
        Assert.False(refused.IsAcquired);
        Assert.Null(limiter.GetStatistics(LimiterBench.Key()));
    }

    [Fact]
    public async Task Hosts_are_the_same_in_any_case_and_another_integration_has_its_own_window()
    {
        await using var bench = server.Bench(options => options.RateLimit = new AmoCrmRateLimitOptions { RequestsPerWindow = 1, Window = TimeSpan.FromSeconds(2) });
        var limiter = bench.Limiter();
        var first = await LimiterBench.SendAsync(limiter, LimiterBench.Key());
        var other = await LimiterBench.SendAsync(limiter, LimiterBench.Key("two"));
        var nameless = await LimiterBench.SendAsync(limiter, new AmoCrmRateLimitKey(LimiterBench.Host, null));
        var again = await LimiterBench.SendAsync(limiter, LimiterBench.Key() with { Host = "DEMO.amocrm.ru" });
        Assert.Equal(TimeSpan.Zero, other.Waited);
        Assert.Equal(TimeSpan.Zero, nameless.Waited);
        Assert.Single(LimiterBench.Excesses([first, again], 1, TimeSpan.FromMinutes(1)));
        Assert.Empty(LimiterBench.Excesses([first, again], 1, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task A_lease_says_how_long_it_was_waited_for()
    {
        await using var bench = server.Bench();
        using var lease = await bench.Limiter().AcquireAsync(LimiterBench.Key(), 1);
        Assert.True(lease.TryGetMetadata(AmoCrmPermit.WaitedMetadata, out var waited));
        Assert.Equal(TimeSpan.Zero, waited);
        Assert.IsAssignableFrom<RateLimitLease>(Assert.IsType<SharedPermit>(lease));
    }
}
