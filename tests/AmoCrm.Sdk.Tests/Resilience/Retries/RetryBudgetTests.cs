using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

public sealed class RetryBudgetTests
{
    [Fact]
    public async Task The_last_failure_is_told_when_the_time_ends_before_the_next_repetition()
    {
        using var bench = Bench();
        bench.Http.Answers(503, """{"title":"Service Unavailable"}""");
        var exception = await Assert.ThrowsAsync<AmoCrmServerException>(() => bench.GetAsync());
        Assert.Equal(503, exception.StatusCode);
        Assert.Single(bench.Http.Sent);
    }

    [Fact]
    public async Task So_is_a_failure_without_an_answer()
    {
        using var bench = Bench();
        bench.Http.Throws(new HttpRequestException(HttpRequestError.NameResolutionError, "unknown host"));
        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CreateAsync());
        Assert.Contains("host was not found", exception.Message, StringComparison.Ordinal);
        Assert.Single(bench.Http.Sent);
    }

    [Fact]
    public async Task A_first_attempt_that_used_up_all_the_time_is_told_as_it_was()
    {
        using var bench = Bench();
        bench.Http.Hangs(() => bench.Clock.Advance(TimeSpan.FromSeconds(30)));
        var exception = await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => bench.GetAsync());
        Assert.Contains("did not answer within the time it has", exception.Message, StringComparison.Ordinal);
        Assert.Single(bench.Http.Sent);
    }

    [Theory]
    [InlineData(2, 502)]
    [InlineData(3, 503)]
    public async Task The_last_one_is_told_when_the_time_ends_in_the_queue_for_a_repetition(int attempt, int status)
    {
        RetryBench? bench = null;
        var asked = 0;
        var limiter = new StubLimiter(async cancellationToken =>
        {
            if (++asked == attempt)
            {
                bench!.Clock.Advance(TimeSpan.FromSeconds(30));
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        });
        bench = new RetryBench(options =>
        {
            options.RateLimiter = limiter;
            options.TotalTimeout = TimeSpan.FromSeconds(30);
        });
        using (bench)
        {
            bench.Http.Answers(502, "{}").Answers(503, "{}");
            var exception = await Assert.ThrowsAsync<AmoCrmServerException>(() => bench.GetAsync());
            Assert.Equal(status, exception.StatusCode);
            Assert.Equal(attempt, asked);
        }
    }

    [Fact]
    public async Task A_caller_who_goes_during_the_pause_has_cancelled_and_nothing_else()
    {
        using var cancellation = new CancellationTokenSource();
        using var bench = new RetryBench(static options => options.Retry.BaseDelay = TimeSpan.FromSeconds(10));
        bench.Http.Answers(429);
        var call = bench.Test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), cancellation.Token);
        await ClockSteps.UntilAsync(() => bench.Pauses.Count == 1);
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, exception.CancellationToken);
        Assert.Single(bench.Http.Sent);
    }

    [Fact]
    public async Task The_time_of_all_attempts_together_is_the_budget()
    {
        using var bench = new RetryBench(static options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(50);
            options.AttemptTimeout = TimeSpan.FromSeconds(20);
            options.Retry.MaxRetries = 20;
        });
        bench.Http.Hangs(() => bench.Clock.Advance(TimeSpan.FromSeconds(20)));
        await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => bench.GetAsync());
        Assert.Equal(3, bench.Http.Sent.Count);
    }

    /// <summary>A client whose pauses are longer than the time it has.</summary>
    private static RetryBench Bench() => new(static options =>
    {
        options.TotalTimeout = TimeSpan.FromSeconds(1);
        options.Retry.BaseDelay = TimeSpan.FromHours(1);
        options.Retry.MaxDelay = TimeSpan.FromHours(1);
    });
}
