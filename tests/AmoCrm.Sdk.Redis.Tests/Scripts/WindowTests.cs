using AmoCrm.Sdk.Redis.Lanes;
using AmoCrm.Sdk.Redis.Scripts;
using AmoCrm.Sdk.Redis.Tests.TestSupport;
using AmoCrm.Sdk.Resilience;
using CsCheck;

namespace AmoCrm.Sdk.Redis.Tests.Scripts;

/// <summary>The windows of the script, by the server's clock, under whatever arrives.</summary>
public sealed class WindowTests(RealServer server) : IClassFixture<RealServer>
{
    private const int Limit = 3;
    private const int AccountLimit = 4;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(120);

    private static readonly Gen<Arrival[]> Arrivals = Gen.Select(
        Gen.Int[0, 400], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Bool, Gen.Int[0, 9],
        (after, process, integration, isBulk, fate) => new Arrival(after, process, integration, isBulk, fate)).Array[1, 24];

    /// <summary>Three processes and two integrations of one account; some callers give up, some permits are never used, some requests leave late.</summary>
    [Fact]
    public async Task No_window_ever_holds_more_than_its_limit()
    {
        // Where there is no Redis the test is skipped here: within a sample that would be a failure.
        _ = server.ConnectionString;
        await Arrivals.SampleAsync(
            async arrivals =>
            {
                await using var bench = server.Bench(options =>
                    options.RateLimit = new AmoCrmRateLimitOptions { RequestsPerWindow = Limit, AccountRequestsPerWindow = AccountLimit, Window = Window });
                var limiters = Enumerable.Range(0, 3).Select(_ => bench.Limiter()).ToArray();

                var used = (await Task.WhenAll(arrivals.Select(arrival => RunAsync(limiters[arrival.Process], arrival)))).OfType<SharedPermit>().ToList();

                Assert.Equal(arrivals.Count(arrival => !arrival.IsUnused), used.Count);
                Assert.Empty(LimiterBench.Excesses(used, AccountLimit, Window));
                Assert.All(used.GroupBy(permit => permit.Ticket.Keys.IntegrationPlaces), permits => Assert.Empty(LimiterBench.Excesses(permits, Limit, Window)));
            },
            iter: 15,
            threads: 1);
    }

    [Fact]
    public async Task Processes_take_turns_in_the_order_they_asked()
    {
        await using var bench = server.Bench(options => options.RateLimit = new AmoCrmRateLimitOptions { RequestsPerWindow = 1 });
        var limiters = Enumerable.Range(0, 4).Select(_ => bench.Limiter()).ToArray();
        foreach (var limiter in limiters)
        {
            // Each has its connection then.
            (await limiter.AcquireAsync(LimiterBench.Key("two"), 1)).Dispose();
        }

        await LimiterBench.SendAsync(limiters[0], LimiterBench.Key());
        var database = await server.DatabaseAsync();
        var sent = new List<Task<SharedPermit>>();
        foreach (var limiter in limiters)
        {
            var last = await LastPlaceAsync();
            sent.Add(LimiterBench.SendAsync(limiter, LimiterBench.Key()));
            await Eventually.IsAsync(async () => await LastPlaceAsync() > last);
        }

        var permits = await Task.WhenAll(sent);

        Assert.Equal(permits.Select(permit => permit.GivenAt).Order(), permits.Select(permit => permit.GivenAt));

        async Task<double> LastPlaceAsync() => (await database.SortedSetRangeByRankWithScoresAsync(bench.Keys.IntegrationPlaces, -1))[0].Score;
    }

    [Fact]
    public async Task A_place_that_is_promised_to_an_interactive_call_is_not_given_to_bulk()
    {
        await using var bench = server.Bench();
        await using var connection = new RedisConnection(server.ConnectionString);
        var limits = new RateLimits(1, 50, TimeSpan.FromSeconds(50));
        var store = new LimitStore(connection, limits, new AmoCrmRedisOptions { Timeout = TimeSpan.FromSeconds(20) }, TimeProvider.System);
        var database = await server.DatabaseAsync();
        var (first, next) = (new Ticket(bench.Keys, AmoCrmPriority.Interactive), new Ticket(bench.Keys, AmoCrmPriority.Interactive));
        Assert.True((await store.DecideAsync(first)).Decision!.Value.IsGiven);
        var promise = (await store.DecideAsync(next)).Decision!.Value;
        store.GiveBack(first);
        await Eventually.IsAsync(async () => await database.SortedSetLengthAsync(bench.Keys.IntegrationPlaces) == 1);

        var bulk = (await store.DecideAsync(new Ticket(bench.Keys, AmoCrmPriority.Bulk))).Decision!.Value;

        Assert.False(bulk.IsGiven);
        Assert.Equal(promise.At + limits.Window.TotalMicroseconds, bulk.At);
        Assert.True((await store.DecideAsync(next)).Decision!.Value.IsGiven);
    }

    [Fact]
    public async Task Two_integrations_share_the_limit_of_the_account()
    {
        var window = TimeSpan.FromMilliseconds(300);
        await using var bench = server.Bench(options => options.RateLimit = new AmoCrmRateLimitOptions { RequestsPerWindow = 3, AccountRequestsPerWindow = 4, Window = window });
        var (first, second) = (bench.Limiter(), bench.Limiter());

        var permits = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            LimiterBench.SendAsync(number % 2 == 0 ? first : second, LimiterBench.Key(number % 2 == 0 ? "one" : "two"))));

        Assert.Empty(LimiterBench.Excesses(permits, 4, window));
        Assert.NotEmpty(LimiterBench.Excesses(permits, 3, window));
    }

    [Fact]
    public async Task What_was_written_before_the_clock_was_set_back_holds_nobody_up()
    {
        await using var bench = server.Bench(options => options.RateLimit.RequestsPerWindow = 1);
        var database = await server.DatabaseAsync();
        var inAnHour = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds() * 1000;
        await database.SortedSetAddAsync(bench.Keys.IntegrationPlaces, "other", inAnHour);
        await database.SortedSetAddAsync(bench.Keys.AccountPlaces, "other", inAnHour);
        await database.StringSetAsync(bench.Keys.NextBulk, inAnHour);

        var permit = await LimiterBench.SendAsync(bench.Limiter(), LimiterBench.Key(priority: AmoCrmPriority.Bulk));

        Assert.Equal(TimeSpan.Zero, permit.Waited);
    }

    [Fact]
    public async Task Every_key_ends_by_itself()
    {
        await using var bench = server.Bench(options => options.RateLimit.RequestsPerWindow = 2);
        var limiter = bench.Limiter();
        var database = await server.DatabaseAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LimiterBench.SendAsync(limiter, LimiterBench.Key(priority: AmoCrmPriority.Bulk))));

        foreach (var key in new[] { bench.Keys.IntegrationPlaces, bench.Keys.AccountPlaces, bench.Keys.NextBulk })
        {
            Assert.InRange((await database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        Assert.InRange((await database.KeyTimeToLiveAsync(bench.Keys.Processes))!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static async Task<SharedPermit?> RunAsync(AmoCrmRedisRateLimiter limiter, Arrival arrival)
    {
        await Task.Delay(arrival.AfterMilliseconds);
        var key = LimiterBench.Key(arrival.Integration == 0 ? "one" : "two", arrival.IsBulk ? AmoCrmPriority.Bulk : AmoCrmPriority.Interactive);
        using var givesUp = arrival.Fate == 0 ? new CancellationTokenSource(TimeSpan.FromMilliseconds(20)) : new CancellationTokenSource();
        SharedPermit permit;
        try
        {
            permit = (SharedPermit)await limiter.AcquireAsync(key, 1, givesUp.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        using (permit)
        {
            if (arrival.IsUnused)
            {
                return null;
            }

            if (arrival.Fate == 2)
            {
                await Task.Delay(Window);
            }

            permit.RequestLeaves();
            return permit;
        }
    }

    /// <summary>A call.</summary>
    /// <param name="AfterMilliseconds">When it comes.</param>
    /// <param name="Process">Where.</param>
    /// <param name="Integration">Whose it is.</param>
    /// <param name="IsBulk">Its lane.</param>
    /// <param name="Fate">0: gives up early; 1: never leaves; 2: leaves a window late.</param>
    private sealed record Arrival(int AfterMilliseconds, int Process, int Integration, bool IsBulk, int Fate)
    {
        public bool IsUnused => Fate < 2;
    }
}
