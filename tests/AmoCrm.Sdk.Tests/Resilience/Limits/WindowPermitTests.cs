namespace AmoCrm.Sdk.Tests.Resilience.Limits;

public sealed class WindowPermitTests
{
    [Fact]
    public void A_permit_counts_from_the_moment_its_request_leaves()
    {
        using var bench = new LimiterBench(integration: 1);
        using var permit = LimiterBench.Take(bench.Lane());
        bench.Advance(5000);
        Assert.Equal(0, LimiterBench.Free(bench.Lane()));
        permit.RequestLeaves();
        bench.Advance(1029);
        Assert.Equal(0, LimiterBench.Free(bench.Lane()));
        bench.Advance(1);
        Assert.Equal(1, LimiterBench.Free(bench.Lane()));
    }

    [Fact]
    public void A_request_that_leaves_again_begins_its_window_anew()
    {
        using var bench = new LimiterBench(integration: 1);
        using var permit = LimiterBench.Leave(bench.Lane());
        bench.Advance(1000);
        permit.RequestLeaves();
        var waiting = LimiterBench.Wait(bench.Lane());
        bench.Advance(1029);
        Assert.False(waiting.IsCompleted);
        bench.Advance(1);
        Assert.True(waiting.IsCompleted);
    }

    [Fact]
    public async Task A_request_that_leaves_again_after_its_window_counts_again_and_others_wait_for_it()
    {
        using var bench = new LimiterBench(integration: 2);
        using var permit = LimiterBench.Leave(bench.Lane());
        bench.Advance(1030);
        LimiterBench.Leave(bench.Lane(), 2);
        bench.Advance(30);
        permit.RequestLeaves();

        // Three left within a window: the third could not be held back. The next one waits until two of them are out of it.
        var waiting = new[] { LimiterBench.Wait(bench.Lane()), LimiterBench.Wait(bench.Lane()) };
        bench.Advance(1000);
        using var first = await waiting[0];
        Assert.False(waiting[1].IsCompleted);
        bench.Advance(30);
        using var second = await waiting[1];
    }

    [Fact]
    public async Task A_permit_whose_request_never_left_is_given_on_at_once()
    {
        using var bench = new LimiterBench(integration: 1);
        var permit = LimiterBench.Take(bench.Lane());
        var waiting = LimiterBench.Wait(bench.Lane());
        bench.Advance(100);
        permit.Dispose();
        Assert.True(waiting.IsCompleted);
        using var given = Assert.IsType<AmoCrmPermit>(await waiting, exactMatch: false);
        Assert.Equal(TimeSpan.FromMilliseconds(100), given.Waited);
    }

    [Fact]
    public void A_place_of_the_account_is_given_on_too()
    {
        using var bench = new LimiterBench(integration: 7, account: 1);
        var permit = LimiterBench.Take(bench.Lane("a"));
        var waiting = LimiterBench.Wait(bench.Lane("b"));
        permit.Dispose();
        Assert.True(waiting.IsCompleted);
    }

    [Fact]
    public void A_permit_whose_window_ended_before_its_answer_came_gives_its_place_back_once()
    {
        using var bench = new LimiterBench(integration: 2);
        var slow = LimiterBench.Leave(bench.Lane());
        bench.Advance(1030);
        Assert.Equal(2, LimiterBench.Free(bench.Lane()));
        slow.Dispose();
        Assert.Equal(2, LimiterBench.Free(bench.Lane()));
    }

    [Fact]
    public void Disposing_of_a_permit_while_its_window_runs_ends_nothing()
    {
        using var bench = new LimiterBench(integration: 1);
        LimiterBench.Leave(bench.Lane()).Dispose();
        bench.Advance(1029);
        Assert.Equal(0, LimiterBench.Free(bench.Lane()));
        bench.Advance(1);
        Assert.Equal(1, LimiterBench.Free(bench.Lane()));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 500)]
    [InlineData(true, 1030)]
    public void What_is_done_to_a_permit_after_its_end_touches_no_other(bool leaves, int milliseconds)
    {
        using var bench = new LimiterBench(integration: 1);
        var stale = LimiterBench.Take(bench.Lane());
        if (leaves)
        {
            stale.RequestLeaves();
        }

        bench.Advance(milliseconds);
        stale.Dispose();
        bench.Advance(leaves ? Math.Max(0, 1030 - milliseconds) : 0);
        stale.Dispose();
        stale.RequestLeaves();
        Assert.Equal(1, LimiterBench.Free(bench.Lane()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whoever_disposes_twice_does_not_give_back_anothers_permit(bool isSlow)
    {
        using var bench = new LimiterBench(integration: 1);
        var stale = LimiterBench.Take(bench.Lane());
        if (isSlow)
        {
            stale.RequestLeaves();
            bench.Advance(1030);
            Assert.Equal(1, LimiterBench.Free(bench.Lane()));
        }

        stale.Dispose();
        using var other = LimiterBench.Take(bench.Lane());
        stale.Dispose();
        Assert.Equal(0, LimiterBench.Free(bench.Lane()));
        stale.RequestLeaves();
        other.Dispose();
        Assert.Equal(1, LimiterBench.Free(bench.Lane()));
    }
}
