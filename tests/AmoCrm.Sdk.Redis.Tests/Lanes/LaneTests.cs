using AmoCrm.Sdk.Redis.Lanes;
using AmoCrm.Sdk.Redis.Tests.TestSupport;

namespace AmoCrm.Sdk.Redis.Tests.Lanes;

public sealed class LaneTests(RealServer server) : IClassFixture<RealServer>
{
    private static readonly AmoCrmRateLimitKey Bulk = LimiterBench.Key(priority: AmoCrmPriority.Bulk);
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Calls_of_one_process_are_served_in_the_order_they_came()
    {
        await using var bench = Bench(3);
        var limiter = bench.Limiter();
        var permits = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => LimiterBench.SendAsync(limiter, LimiterBench.Key())));
        Assert.Equal(permits.Select(permit => permit.GivenAt).Order(), permits.Select(permit => permit.GivenAt));
        Assert.Empty(LimiterBench.Excesses(permits, 3, Window));
    }

    [Fact]
    public async Task An_interactive_call_goes_before_all_bulk_that_waits_in_any_process()
    {
        await using var bench = Bench(1);
        var (first, second) = (bench.Limiter(), bench.Limiter());
        await LimiterBench.SendAsync(first, Bulk);
        var bulk = new[] { first, second }.SelectMany(limiter => Enumerable.Range(0, 2).Select(_ => LimiterBench.SendAsync(limiter, Bulk))).ToArray();
        var database = await server.DatabaseAsync();
        await Eventually.IsAsync(async () => await database.SortedSetLengthAsync(bench.Keys.Processes) == 2);

        var interactive = await Task.WhenAll(LimiterBench.SendAsync(first, LimiterBench.Key()), LimiterBench.SendAsync(second, LimiterBench.Key()));

        var last = interactive.Max(permit => permit.GivenAt);
        Assert.All(await Task.WhenAll(bulk), permit => Assert.True(permit.GivenAt > last));
    }

    /// <summary>Redis knows of the first of them only, and three places are free at the same moment.</summary>
    [Fact]
    public async Task Bulk_of_a_process_lets_its_whole_interactive_queue_go_first()
    {
        await using var bench = Bench(3);
        var limiter = bench.Limiter();
        var interactive = Enumerable.Range(0, 12).Select(_ => LimiterBench.SendAsync(limiter, LimiterBench.Key())).ToArray();
        var bulk = await LimiterBench.SendAsync(limiter, Bulk);
        Assert.All(await Task.WhenAll(interactive), permit => Assert.True(permit.GivenAt < bulk.GivenAt));
    }

    [Fact]
    public async Task Bulk_is_spaced_evenly_over_all_processes()
    {
        await using var bench = Bench(4);
        var (first, second) = (bench.Limiter(), bench.Limiter());
        var permits = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => LimiterBench.SendAsync(number % 2 == 0 ? first : second, Bulk)));

        // Two in half a pace would be a burst; a little late is made up for.
        var times = permits.Select(permit => permit.GivenAt).Order().ToList();
        var least = (Window / 4).TotalMicroseconds;
        Assert.True(times[^1] - times[0] >= 10 * least);
        Assert.Empty(LimiterBench.Excesses(permits, 4, Window));
    }

    [Fact]
    public async Task A_call_that_gives_up_leaves_no_place_behind()
    {
        await using var bench = Bench(1);
        var limiter = bench.Limiter();
        var database = await server.DatabaseAsync();
        await LimiterBench.SendAsync(limiter, LimiterBench.Key());
        using var givesUp = new CancellationTokenSource();
        var waiting = limiter.AcquireAsync(LimiterBench.Key(), 1, givesUp.Token).AsTask();
        await Eventually.IsAsync(async () => await database.SortedSetLengthAsync(bench.Keys.IntegrationPlaces) == 2);

        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Eventually.IsAsync(async () => await database.SortedSetLengthAsync(bench.Keys.IntegrationPlaces) == 1 && await database.SortedSetLengthAsync(bench.Keys.AccountPlaces) == 1);
    }

    [Fact]
    public async Task A_bulk_call_that_gives_up_gives_its_turn_back()
    {
        await using var bench = Bench(2);
        var limiter = bench.Limiter();
        var database = await server.DatabaseAsync();
        await LimiterBench.SendAsync(limiter, Bulk);
        var due = await database.StringGetAsync(bench.Keys.NextBulk);
        using var givesUp = new CancellationTokenSource();
        var waiting = limiter.AcquireAsync(Bulk, 1, givesUp.Token).AsTask();
        await Eventually.IsAsync(async () => await database.StringGetAsync(bench.Keys.NextBulk) != due);

        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Eventually.IsAsync(async () => await database.StringGetAsync(bench.Keys.NextBulk) == due);
    }

    [Fact]
    public async Task One_that_gives_up_in_the_queue_holds_nobody_up()
    {
        await using var bench = Bench(1);
        var limiter = bench.Limiter();
        var first = await LimiterBench.SendAsync(limiter, LimiterBench.Key());
        using var givesUp = new CancellationTokenSource();
        var waiting = limiter.AcquireAsync(LimiterBench.Key(), 1, givesUp.Token).AsTask();
        var next = LimiterBench.SendAsync(limiter, LimiterBench.Key());

        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True((await next).GivenAt - first.GivenAt < 2 * Window.TotalMicroseconds);
    }

    [Fact]
    public async Task A_permit_with_which_nothing_left_is_free_at_once()
    {
        await using var bench = Bench(1, TimeSpan.FromSeconds(50));
        var limiter = bench.Limiter();
        for (var i = 0; i < 3; i++)
        {
            using var permit = await limiter.AcquireAsync(LimiterBench.Key(), 1);
            Assert.Equal(TimeSpan.Zero, ((AmoCrmPermit)permit).Waited);
        }
    }

    [Fact]
    public async Task A_request_that_leaves_late_moves_its_place()
    {
        await using var bench = Bench(1, TimeSpan.FromSeconds(50));
        var database = await server.DatabaseAsync();
        var permit = (SharedPermit)await bench.Limiter().AcquireAsync(LimiterBench.Key(), 1);
        await Task.Delay(TimeSpan.FromMilliseconds(50));

        permit.RequestLeaves();
        permit.Dispose();

        await Eventually.IsAsync(async () => await database.SortedSetScoreAsync(bench.Keys.IntegrationPlaces, permit.Ticket.Id) >= permit.GivenAt + 40_000);
        Assert.Equal(
            await database.SortedSetScoreAsync(bench.Keys.IntegrationPlaces, permit.Ticket.Id),
            await database.SortedSetScoreAsync(bench.Keys.AccountPlaces, permit.Ticket.Id));
    }

    /// <summary>Connections may take long to be made, and promises were given meanwhile.</summary>
    [Fact]
    public async Task Whoever_waits_counts_from_when_the_request_before_left_and_not_from_its_permit()
    {
        await using var bench = Bench(1);
        var (first, second) = (bench.Limiter(), bench.Limiter());
        var database = await server.DatabaseAsync();
        var slow = (SharedPermit)await first.AcquireAsync(LimiterBench.Key(), 1);
        var next = LimiterBench.SendAsync(second, LimiterBench.Key());
        await Task.Delay(2.5 * Window);

        Assert.False(next.IsCompleted);
        slow.RequestLeaves();
        await Eventually.IsAsync(async () => await database.SortedSetScoreAsync(bench.Keys.IntegrationPlaces, slow.Ticket.Id) >= slow.GivenAt + (2.4 * Window.TotalMicroseconds));
        Assert.True((await next).GivenAt - slow.GivenAt >= 3.4 * Window.TotalMicroseconds);
    }

    [Fact]
    public async Task Asking_is_no_waiting_and_a_queue_is()
    {
        await using var bench = Bench(1);
        var limiter = bench.Limiter();
        var permits = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LimiterBench.SendAsync(limiter, LimiterBench.Key())));
        Assert.Equal(TimeSpan.Zero, permits[0].Waited);
        Assert.True(permits[1].Waited > TimeSpan.Zero);
        Assert.True(permits[2].Waited > permits[1].Waited);
    }

    [Fact]
    public async Task Calls_that_wait_when_the_limiter_is_disposed_of_hear_it()
    {
        await using var bench = Bench(1, TimeSpan.FromSeconds(50));
        var limiter = bench.Limiter();
        await LimiterBench.SendAsync(limiter, LimiterBench.Key());
        var waiting = limiter.AcquireAsync(LimiterBench.Key(), 1).AsTask();

        await limiter.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    private LimiterBench Bench(int limit, TimeSpan? window = null) =>
        server.Bench(options => options.RateLimit = new AmoCrmRateLimitOptions { RequestsPerWindow = limit, Window = window ?? Window });
}
