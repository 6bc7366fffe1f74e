using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Tests.Resilience.Limits;

public sealed class AmoCrmRateLimiterTests
{
    [Theory]
    [InlineData(1, 50, 1)]
    [InlineData(7, 50, 7)]
    [InlineData(80, 50, 50)]
    public void No_more_permits_than_the_smaller_limit_are_given_in_a_window(int integration, int account, int expected)
    {
        using var bench = new LimiterBench(integration, account);
        LimiterBench.Leave(bench.Lane(), expected);
        Assert.False(bench.Lane().AttemptAcquire().IsAcquired);
        bench.Advance(1029);
        Assert.False(bench.Lane().AttemptAcquire().IsAcquired);
        bench.Advance(1);
        Assert.Equal(expected, LimiterBench.Free(bench.Lane()));
    }

    [Fact]
    public void The_window_slides()
    {
        using var bench = new LimiterBench(integration: 2);
        LimiterBench.Leave(bench.Lane(), 1);
        bench.Advance(600);
        LimiterBench.Leave(bench.Lane(), 1);
        bench.Advance(430);
        LimiterBench.Leave(bench.Lane(), 1);
        Assert.False(bench.Lane().AttemptAcquire().IsAcquired);
        bench.Advance(599);
        Assert.False(bench.Lane().AttemptAcquire().IsAcquired);
        bench.Advance(1);
        Assert.Equal(1, LimiterBench.Free(bench.Lane()));
    }

    [Fact]
    public void All_integrations_of_an_account_share_its_window()
    {
        using var bench = new LimiterBench();
        for (var i = 0; i < 7; i++)
        {
            LimiterBench.Leave(bench.Lane($"integration-{i}"), 7);
        }

        LimiterBench.Leave(bench.Lane("last"), 1);
        Assert.False(bench.Lane("last").AttemptAcquire().IsAcquired);
        Assert.False(bench.Lane("new").AttemptAcquire().IsAcquired);
        Assert.Equal(7, LimiterBench.Free(bench.Lane("new", host: "other.amocrm.ru")));
    }

    [Fact]
    public async Task An_integration_that_waits_for_the_account_holds_none_of_its_own_places()
    {
        using var bench = new LimiterBench(integration: 2, account: 3);
        LimiterBench.Leave(bench.Lane("a"), 2);
        bench.Advance(100);
        LimiterBench.Leave(bench.Lane("b"), 1);
        var waiting = new[] { LimiterBench.Wait(bench.Lane("b")), LimiterBench.Wait(bench.Lane("b")) };
        Assert.Equal(2, bench.Lane("b").GetStatistics()!.CurrentQueuedCount);

        // Two places of the account end; one of the integration's own is taken by what left, none by those who wait.
        bench.Advance(930);
        using var first = await waiting[0];
        Assert.False(waiting[1].IsCompleted);
        bench.Advance(100);
        using var second = await waiting[1];
    }

    [Fact]
    public void Several_integrations_of_one_account_do_not_block_each_other()
    {
        using var bench = new LimiterBench();
        LimiterBench.Leave(bench.Lane("a"), 7);
        var waiting = LimiterBench.Wait(bench.Lane("a"));
        LimiterBench.Leave(bench.Lane("b"), 7);
        LimiterBench.Leave(bench.Bulk("c"), 1);
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void Accounts_are_told_apart_by_host_whatever_its_case()
    {
        using var bench = new LimiterBench(integration: 1);
        LimiterBench.Leave(bench.Lane(host: "one.amocrm.ru"), 1);
        Assert.False(bench.Lane(host: "ONE.amocrm.ru").AttemptAcquire().IsAcquired);
        Assert.Equal(1, LimiterBench.Free(bench.Lane(host: "two.amocrm.ru")));
        Assert.Throws<ArgumentException>(() => bench.Lane(host: string.Empty));
    }

    [Fact]
    public async Task Settings_without_an_integration_have_a_window_too()
    {
        using var bench = new LimiterBench(integration: 1);
        var key = new AmoCrmRateLimitKey("mycompany.amocrm.ru", ClientId: null);
        using var first = await bench.Limiter.AcquireAsync(key);
        Assert.True(first.IsAcquired);
        Assert.False(bench.Limiter.AttemptAcquire(key).IsAcquired);
        Assert.True(bench.Limiter.AttemptAcquire(key with { ClientId = "a" }).IsAcquired);
    }

    [Fact]
    public async Task No_permit_at_all_can_be_asked_for_and_two_cannot()
    {
        using var bench = new LimiterBench(integration: 1);
        Assert.True(bench.Lane().AttemptAcquire(0).IsAcquired);
        Assert.True((await bench.Lane().AcquireAsync(0)).IsAcquired);
        using var permit = LimiterBench.Leave(bench.Lane());
        Assert.False(bench.Lane().AttemptAcquire(0).IsAcquired);
        Assert.False((await bench.Lane().AcquireAsync(0)).IsAcquired);
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Lane().AttemptAcquire(2));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await bench.Lane().AcquireAsync(2));
    }

    [Fact]
    public void Statistics_count_what_is_free_waits_was_given_and_was_refused()
    {
        using var bench = new LimiterBench(integration: 3, account: 4);
        LimiterBench.Leave(bench.Lane("a"), 3);
        Assert.False(bench.Lane("a").AttemptAcquire().IsAcquired);
        _ = LimiterBench.Wait(bench.Lane("a"));
        _ = LimiterBench.Wait(bench.Lane("a"));

        var ofA = bench.Limiter.GetStatistics(new AmoCrmRateLimitKey("mycompany.amocrm.ru", "a"))!;
        Assert.Equal(
            (0, 2, 3, 1), (ofA.CurrentAvailablePermits, ofA.CurrentQueuedCount, ofA.TotalSuccessfulLeases, ofA.TotalFailedLeases));
        var ofB = bench.Lane("b").GetStatistics()!;
        Assert.Equal((1, 0, 0, 0), (ofB.CurrentAvailablePermits, ofB.CurrentQueuedCount, ofB.TotalSuccessfulLeases, ofB.TotalFailedLeases));
        bench.Advance(1030);
        Assert.Equal(5, bench.Lane("a").GetStatistics()!.TotalSuccessfulLeases);
        Assert.Null(bench.Lane("a").IdleDuration);
    }

    [Fact]
    public async Task A_permit_tells_how_long_it_was_waited_for()
    {
        using var bench = new LimiterBench(integration: 1);
        Assert.Equal(TimeSpan.Zero, LimiterBench.Leave(bench.Lane()).Waited);
        bench.Advance(30);
        var waiting = LimiterBench.Wait(bench.Lane());
        bench.Advance(1000);
        Assert.True(waiting.IsCompletedSuccessfully);
        var lease = await waiting;
        Assert.True(lease.TryGetMetadata(AmoCrmPermit.WaitedMetadata, out var waited));
        Assert.Equal(TimeSpan.FromSeconds(1), waited);
        Assert.Equal([AmoCrmPermit.WaitedMetadata.Name], lease.MetadataNames);
        Assert.False(lease.TryGetMetadata(MetadataName.RetryAfter, out _));
    }

    [Fact]
    public async Task A_limiter_that_is_disposed_of_refuses_those_who_wait_and_whoever_comes_then()
    {
        var bench = new LimiterBench(integration: 1);
        var lane = bench.Lane();
        LimiterBench.Leave(lane, 1);
        using var cancellation = new CancellationTokenSource();
        var waiting = new[] { LimiterBench.Wait(lane, cancellation.Token), LimiterBench.Wait(bench.Bulk()) };
        bench.Dispose();
        Assert.All(waiting, static task => Assert.True(task.IsCompleted));
        Assert.All(await Task.WhenAll(waiting), static lease => Assert.False(lease.IsAcquired));
        await cancellation.CancelAsync();
        Assert.Throws<ObjectDisposedException>(() => bench.Lane());
        Assert.Throws<ObjectDisposedException>(() => lane.AttemptAcquire());
        Assert.Throws<ObjectDisposedException>(() => { _ = lane.AcquireAsync(); });
    }

    [Theory]
    [InlineData("RateLimit.RequestsPerWindow must be at least 1", 0, 50, 1000)]
    [InlineData("RateLimit.AccountRequestsPerWindow must be at least 1", 7, -1, 1000)]
    [InlineData("RateLimit.Window must be more than zero", 7, 50, 0)]
    [InlineData("at most a minute: amoCRM counts by the second", 7, 50, 60_001)]
    public void Limits_that_are_not_allowed_are_named_with_the_remedy(string expected, int integration, int account, int milliseconds)
    {
        var limits = new AmoCrmRateLimitOptions { RequestsPerWindow = integration, AccountRequestsPerWindow = account, Window = TimeSpan.FromMilliseconds(milliseconds) };
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmRateLimiter(limits));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        var ofClient = Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmClientOptions { RateLimit = limits }.Validate());
        Assert.Contains(expected, ofClient.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_amoCRMs_limits()
    {
        using var limiter = new AmoCrmRateLimiter();
        var lane = limiter.GetLimiter(new AmoCrmRateLimitKey("mycompany.amocrm.ru", "a"));
        Assert.Equal(7, lane.GetStatistics()!.CurrentAvailablePermits);
        Assert.Equal((7, 50, 1030d), (new AmoCrmRateLimitOptions().RequestsPerWindow, new AmoCrmRateLimitOptions().AccountRequestsPerWindow, new AmoCrmRateLimitOptions().Window.TotalMilliseconds));
    }
}
