using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

public sealed class RetryPauseTests
{
    private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(250);

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task The_seconds_that_amoCRM_asks_for_are_waited_for(int status)
    {
        using var bench = new RetryBench();
        bench.Answers(status, "7").Http.Answers(200, """{"id":7}""");
        var started = bench.Clock.GetUtcNow();
        await bench.GetAsync();
        Assert.InRange(Assert.Single(bench.Pauses), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7) + Jitter);
        Assert.True(bench.Clock.GetUtcNow() - started >= TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task So_is_the_date()
    {
        using var bench = new RetryBench();
        bench.Answers(503, "Sun, 22 Nov 2026 12:00:30 GMT").Http.Answers(200, """{"id":7}""");
        await bench.GetAsync();
        Assert.InRange(Assert.Single(bench.Pauses), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30) + Jitter);
    }

    [Fact]
    public async Task More_than_our_longest_pause_is_waited_for_too()
    {
        using var bench = new RetryBench(static options => options.Retry.MaxDelay = TimeSpan.FromSeconds(1));
        bench.Answers(429, "40").Http.Answers(200, """{"id":7}""");
        await bench.GetAsync();
        Assert.InRange(Assert.Single(bench.Pauses), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(40) + Jitter);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Sun, 22 Nov 2026 11:00:00 GMT")]
    [InlineData("soon")]
    public async Task A_refusal_is_not_repeated_within_its_second_whatever_was_asked_for(string retryAfter)
    {
        using var bench = new RetryBench();
        bench.Answers(429, retryAfter).Http.Answers(200, """{"id":7}""");
        await bench.GetAsync();
        Assert.InRange(Assert.Single(bench.Pauses), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1) + Jitter);
    }

    [Fact]
    public async Task A_shorter_pause_than_ours_does_not_shorten_ours()
    {
        using var bench = new RetryBench(static options => options.Retry.BaseDelay = TimeSpan.FromSeconds(4));
        bench.Answers(503, "1").Answers(503, "1").Http.Answers(200, """{"id":7}""");
        await bench.GetAsync();
        Assert.Collection(
            bench.Pauses,
            static pause => Assert.InRange(pause, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(4) + Jitter),
            static pause => Assert.InRange(pause, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(8) + Jitter));
    }

    [Fact]
    public async Task A_pause_that_ends_beyond_the_budget_gives_the_answer_back_at_once()
    {
        using var bench = new RetryBench(static options => options.TotalTimeout = TimeSpan.FromSeconds(60));
        bench.Answers(429, "61");
        var call = bench.Test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default);
        var exception = await Assert.ThrowsAsync<AmoCrmRateLimitedException>(() => call);
        Assert.Equal(TimeSpan.FromSeconds(61), exception.RetryAfter);
        Assert.Single(bench.Http.Sent);
        Assert.Empty(bench.Pauses);
    }

    [Fact]
    public async Task Our_own_pauses_grow_are_jittered_and_have_a_longest()
    {
        var firsts = new List<TimeSpan>();
        for (var i = 0; i < 20; i++)
        {
            using var bench = new RetryBench(static options =>
            {
                options.Retry.MaxRetries = 6;
                options.Retry.BaseDelay = TimeSpan.FromMilliseconds(300);
                options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
            });
            bench.Http.Answers(503);
            await Assert.ThrowsAsync<AmoCrmServerException>(() => bench.GetAsync());
            Assert.Equal(6, bench.Pauses.Count);
            Assert.All(bench.Pauses, static pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(2)));
            Assert.InRange(bench.Pauses[0], TimeSpan.Zero, TimeSpan.FromMilliseconds(600));
            Assert.True(bench.Pauses[4] + bench.Pauses[5] > bench.Pauses[0] + bench.Pauses[1]);
            firsts.Add(bench.Pauses[0]);
        }

        Assert.True(firsts.Distinct().Count() > 10, "Twenty clients that failed together come back together.");
    }

    [Fact]
    public async Task Without_repetitions_the_first_failure_is_it()
    {
        using var bench = new RetryBench(static options => options.Retry.MaxRetries = 0);
        bench.Http.Answers(503);
        await Assert.ThrowsAsync<AmoCrmServerException>(() => bench.Test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Single(bench.Http.Sent);
    }
}
