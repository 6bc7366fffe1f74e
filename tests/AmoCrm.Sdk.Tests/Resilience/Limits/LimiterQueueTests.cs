using System.Threading.RateLimiting;

namespace AmoCrm.Sdk.Tests.Resilience.Limits;

public sealed class LimiterQueueTests
{
    [Fact]
    public void Permits_are_given_in_the_order_of_arrival()
    {
        using var bench = new LimiterBench(integration: 1);
        LimiterBench.Leave(bench.Lane(), 1);
        var waiting = Enumerable.Range(0, 4).Select(_ => LimiterBench.Wait(bench.Lane())).ToList();
        for (var i = 0; i < waiting.Count; i++)
        {
            Assert.Equal(i, waiting.Count(static task => task.IsCompleted));
            bench.Advance(1030);
            Assert.True(waiting[i].IsCompleted);
            Leave(waiting[i]);
        }
    }

    [Fact]
    public void Integrations_that_wait_for_the_account_are_served_in_the_order_of_arrival()
    {
        using var bench = new LimiterBench(integration: 7, account: 1);
        LimiterBench.Leave(bench.Lane("a"), 1);
        var waiting = new[] { "b", "a", "c" }.Select(clientId => LimiterBench.Wait(bench.Lane(clientId))).ToList();
        foreach (var task in waiting)
        {
            bench.Advance(1030);
            Assert.True(task.IsCompleted);
            Leave(task);
        }
    }

    [Fact]
    public void A_newcomer_of_another_integration_does_not_overtake_those_who_wait_for_the_account()
    {
        using var bench = new LimiterBench(integration: 1, account: 1);
        bench.Clock.Advance(TimeSpan.FromTicks(1000));
        LimiterBench.Leave(bench.Lane("a"), 1);
        bench.Clock.Advance(TimeSpan.FromTicks(1000));
        var waiting = LimiterBench.Wait(bench.Lane("b"));

        // The window is over and the timer, which counts whole milliseconds, has not rung yet.
        bench.Clock.Advance(LimiterBench.Window - TimeSpan.FromTicks(500));
        Assert.False(waiting.IsCompleted);
        Assert.False(bench.Lane("c").AttemptAcquire().IsAcquired);
        Assert.True(waiting.IsCompleted);
    }

    [Fact]
    public void A_newcomer_does_not_overtake_its_own_lane()
    {
        using var bench = new LimiterBench(integration: 1);
        LimiterBench.Leave(bench.Lane(), 1);
        var first = LimiterBench.Wait(bench.Lane());
        bench.Advance(1030);
        Leave(first);
        var second = LimiterBench.Wait(bench.Lane());
        Assert.False(bench.Lane().AttemptAcquire().IsAcquired);
        bench.Advance(1030);
        Assert.True(second.IsCompleted);
    }

    [Fact]
    public void Interactive_requests_go_before_bulk_ones_that_came_earlier()
    {
        using var bench = new LimiterBench(integration: 1);
        LimiterBench.Leave(bench.Lane(), 1);
        var bulk = LimiterBench.Wait(bench.Bulk());
        var interactive = LimiterBench.Wait(bench.Lane());
        bench.Advance(1030);
        Assert.True(interactive.IsCompleted);
        Assert.False(bulk.IsCompleted);
        Leave(interactive);
        bench.Advance(1030);
        Assert.True(bulk.IsCompleted);
    }

    [Fact]
    public void Bulk_requests_do_not_overtake_interactive_ones_that_wait()
    {
        using var bench = new LimiterBench(integration: 7);
        LimiterBench.Leave(bench.Lane(), 7);
        var interactive = LimiterBench.Wait(bench.Lane());
        Assert.False(bench.Bulk().AttemptAcquire().IsAcquired);
        Assert.False(interactive.IsCompleted);
    }

    [Fact]
    public void Bulk_requests_are_spread_evenly_over_the_window()
    {
        using var bench = new LimiterBench(integration: 5);
        var waiting = Enumerable.Range(0, 12).Select(_ => LimiterBench.Wait(bench.Bulk())).ToList();
        var granted = new List<int>();
        for (var milliseconds = 0; granted.Count < waiting.Count; milliseconds++)
        {
            while (granted.Count < waiting.Count && waiting[granted.Count].IsCompleted)
            {
                Leave(waiting[granted.Count]);
                granted.Add(milliseconds);
            }

            bench.Advance(1);
        }

        Assert.Equal(Enumerable.Range(0, 12).Select(static number => number * 206), granted);
    }

    [Fact]
    public void A_pause_is_not_made_up_for_by_a_burst_of_bulk_requests()
    {
        using var bench = new LimiterBench(integration: 5);
        LimiterBench.Leave(bench.Bulk(), 1);
        bench.Advance(10_000);
        LimiterBench.Leave(bench.Bulk(), 1);
        Assert.False(bench.Bulk().AttemptAcquire().IsAcquired);
        bench.Advance(206);
        Assert.True(bench.Bulk().AttemptAcquire().IsAcquired);
    }

    [Fact]
    public void An_interactive_call_gets_the_next_permit_however_long_the_bulk_queue_is()
    {
        using var bench = new LimiterBench(integration: 5);
        var bulk = new Queue<Task<RateLimitLease>>(Enumerable.Range(0, 100).Select(_ => LimiterBench.Wait(bench.Bulk())));
        for (var milliseconds = 0; milliseconds < 3000; milliseconds++)
        {
            Serve();
            bench.Advance(1);
        }

        var interactive = LimiterBench.Wait(bench.Lane());
        var before = bulk.Count;
        for (var milliseconds = 0; !interactive.IsCompleted; milliseconds++)
        {
            Assert.InRange(milliseconds, 0, 206);
            bench.Advance(1);
            Serve();
        }

        Assert.Equal(before, bulk.Count);

        void Serve()
        {
            while (bulk.Peek().IsCompleted)
            {
                Leave(bulk.Dequeue());
            }
        }
    }

    [Fact]
    public async Task Whoever_has_gone_already_takes_no_permit()
    {
        using var bench = new LimiterBench(integration: 1);
        await Assert.ThrowsAsync<TaskCanceledException>(() => LimiterBench.Wait(bench.Lane(), new CancellationToken(canceled: true)));
        Assert.Equal(1, LimiterBench.Free(bench.Lane()));
    }

    [Fact]
    public async Task Whoever_goes_while_waiting_takes_no_permit_from_those_behind()
    {
        using var bench = new LimiterBench(integration: 1);
        using var cancellation = new CancellationTokenSource();
        LimiterBench.Leave(bench.Lane(), 1);
        var gone = LimiterBench.Wait(bench.Lane(), cancellation.Token);
        var behind = LimiterBench.Wait(bench.Lane());
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => gone);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Equal(1, bench.Lane().GetStatistics()!.CurrentQueuedCount);
        bench.Advance(1030);
        Assert.True(behind.IsCompleted);
    }

    [Fact]
    public async Task Whoever_goes_after_the_permit_was_given_has_it_still()
    {
        using var bench = new LimiterBench(integration: 1);
        using var cancellation = new CancellationTokenSource();
        LimiterBench.Leave(bench.Lane(), 1);
        var waiting = LimiterBench.Wait(bench.Lane(), cancellation.Token);
        bench.Advance(1030);
        await cancellation.CancelAsync();
        var lease = await waiting;
        Assert.True(lease.IsAcquired);
        Assert.Equal(0, LimiterBench.Free(bench.Lane()));
        lease.Dispose();
        Assert.Equal(1, LimiterBench.Free(bench.Lane()));
    }

    [Fact]
    public async Task Cancelling_and_granting_at_the_same_moment_loses_no_permit()
    {
        using var bench = new LimiterBench(integration: 3);
        var granted = 0;
        var cancelled = 0;
        for (var round = 0; round < 200; round++)
        {
            LimiterBench.Leave(bench.Lane(), 3);
            var sources = Enumerable.Range(0, 3).Select(static _ => new CancellationTokenSource()).ToList();
            var waiting = sources.ConvertAll(source => LimiterBench.Wait(bench.Lane(), source.Token));
            await Task.WhenAll(
                Task.Run(() => bench.Advance(1030)),
                Task.Run(() => sources.ForEach(static source => source.Cancel())));
            foreach (var task in waiting)
            {
                try
                {
                    using var lease = await task;
                    granted++;
                }
                catch (OperationCanceledException)
                {
                    cancelled++;
                }
            }

            sources.ForEach(static source => source.Dispose());
            Assert.Equal(3, LimiterBench.Free(bench.Lane()));
            Assert.Equal(0, bench.Lane().GetStatistics()!.CurrentQueuedCount);
        }

        Assert.Equal(600, granted + cancelled);
    }

    private static void Leave(Task<RateLimitLease> task)
    {
        Assert.True(task.IsCompletedSuccessfully);
        using var permit = (AmoCrmPermit)task.GetAwaiter().GetResult();
        permit.RequestLeaves();
    }
}
