using AmoCrm.Sdk.Redis.Lanes;
using AmoCrm.Sdk.Redis.Tests.TestSupport;
using Microsoft.Extensions.Logging;

namespace AmoCrm.Sdk.Redis.Tests.Fallback;

/// <summary>Redis goes away, comes back, and forgets.</summary>
public sealed class RedisOutageTests(RealServer server) : IClassFixture<RealServer>
{
    private const string Canary = "canary-password";

    [Theory]
    [InlineData(1, 7)]
    [InlineData(4, 1)]
    public async Task Each_process_keeps_to_its_share_until_Redis_is_back(int processes, int share)
    {
        using var local = LocalServer.Create(Canary);
        await local.StartAsync();
        await using var bench = new LimiterBench(local.ConnectionString, static options => options.Timeout = TimeSpan.FromSeconds(5));
        var limiters = Enumerable.Range(0, processes).Select(_ => bench.Limiter()).ToArray();
        foreach (var limiter in limiters)
        {
            await LimiterBench.SendAsync(limiter, LimiterBench.Key());
        }

        // The first does not know of the others yet.
        var last = await LimiterBench.SendAsync(limiters[0], LimiterBench.Key());
        Assert.NotNull(last);

        local.Kill();
        var held = new List<AmoCrmPermit>();
        for (var i = 0; i < share; i++)
        {
            held.Add((AmoCrmPermit)await limiters[0].AcquireAsync(LimiterBench.Key(), 1));
        }

        // What Redis gave may have been in use until a moment ago.
        Assert.True(held[0].Waited >= new AmoCrmRateLimitOptions().Window);
        Assert.All(held, permit => Assert.IsType<LocalPermit>(permit));
        var more = limiters[0].AcquireAsync(LimiterBench.Key(), 1).AsTask();
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.False(more.IsCompleted);
        var told = Assert.Single(bench.Logs.Collector.GetSnapshot());
        Assert.Equal(LogLevel.Warning, told.Level);
        Assert.Contains($"{share} requests of an integration", told.Message, StringComparison.Ordinal);
        Assert.Contains($"(processes that were seen: {processes})", told.Message, StringComparison.Ordinal);

        held.ForEach(permit => permit.Dispose());
        (await more).Dispose();
        await local.StartAsync();
        await Eventually.IsAsync(async () =>
        {
            using var permit = await limiters[0].AcquireAsync(LimiterBench.Key(), 1);
            return permit is SharedPermit;
        });
        Assert.Equal(LogLevel.Information, bench.Logs.Collector.LatestRecord.Level);
        Assert.All(bench.Logs.Collector.GetSnapshot(), record => Assert.DoesNotContain(Canary, record.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_starts_without_Redis_and_with_a_wrong_password_too()
    {
        using var local = LocalServer.Create("another");
        await local.StartAsync();
        await using var bench = new LimiterBench(local.ConnectionString.Replace("another", Canary, StringComparison.Ordinal), static options =>
        {
            options.Timeout = TimeSpan.FromMilliseconds(500);
            options.FallbackShare = 0.5;
        });

        using var permit = await bench.Limiter().AcquireAsync(LimiterBench.Key(), 1);

        Assert.IsType<LocalPermit>(permit);
        var told = Assert.Single(bench.Logs.Collector.GetSnapshot());
        Assert.Contains("3 requests of an integration and 25 of an account", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, told.Message, StringComparison.Ordinal);
        Assert.Null(told.Exception);
    }

    [Fact]
    public async Task A_caller_that_gives_up_while_Redis_is_lost_is_let_go()
    {
        using var local = LocalServer.Create();
        await using var bench = new LimiterBench(local.ConnectionString, static options =>
        {
            options.RateLimit.Window = TimeSpan.FromSeconds(60);
            options.Timeout = TimeSpan.FromMilliseconds(100);
        });
        using var givesUp = new CancellationTokenSource();
        var waiting = bench.Limiter().AcquireAsync(LimiterBench.Key(), 1, givesUp.Token).AsTask();
        await Eventually.IsAsync(() => Task.FromResult(bench.Logs.Collector.Count == 1));

        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Scripts_that_the_server_forgot_are_sent_again()
    {
        await using var bench = server.Bench();
        var limiter = bench.Limiter();
        var database = await server.DatabaseAsync();
        await LimiterBench.SendAsync(limiter, LimiterBench.Key());
        await database.ExecuteAsync("SCRIPT", "FLUSH");

        var permit = await LimiterBench.SendAsync(limiter, LimiterBench.Key());

        Assert.Equal(TimeSpan.Zero, permit.Waited);
        Assert.Equal(2, await database.SortedSetLengthAsync(bench.Keys.IntegrationPlaces));
        Assert.Empty(bench.Logs.Collector.GetSnapshot());
    }

    [Fact]
    public async Task A_server_that_forgot_what_it_gave_gives_nothing_for_a_window()
    {
        var window = TimeSpan.FromSeconds(2);
        await using var bench = server.Bench(options => options.RateLimit = new AmoCrmRateLimitOptions { RequestsPerWindow = 1, Window = window });
        var limiter = bench.Limiter();
        var database = await server.DatabaseAsync();
        var before = await LimiterBench.SendAsync(limiter, LimiterBench.Key());
        await database.KeyDeleteAsync([bench.Keys.IntegrationPlaces, bench.Keys.AccountPlaces, bench.Keys.NextBulk, bench.Keys.Processes]);

        var after = await LimiterBench.SendAsync(limiter, LimiterBench.Key());

        Assert.Empty(LimiterBench.Excesses([before, after], 1, window));
        Assert.Contains("does not know any more", Assert.Single(bench.Logs.Collector.GetSnapshot()).Message, StringComparison.Ordinal);
    }
}
