using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Telemetry;

public sealed class ResilienceMetricsTests
{
    private static readonly AmoCrmRequest Read = new(HttpMethod.Get, "/api/v4/account") { Handler = "amocrm_get_account" };

    [Fact]
    public async Task The_time_in_the_queue_is_measured_by_handler_and_priority()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench(static options => options.RateLimiter = new StubLimiter { Permit = new StubPermit(waited: TimeSpan.FromSeconds(1.5)) });
        bench.Http.Answers(200, "{}");
        await bench.Test.Client.SendAsync(Read);
        await bench.Test.Client.AsBulk().SendAsync(Read);
        Assert.Collection(
            watch.Of("queue.duration"),
            static measured => AssertWaited(measured, "interactive"),
            static measured => AssertWaited(measured, "bulk"));

        static void AssertWaited((double Value, Dictionary<string, object?> Tags) measured, string priority)
        {
            Assert.Equal(1.5, measured.Value);
            Assert.Equal("amocrm_get_account", measured.Tags["amocrm.handler"]);
            Assert.Equal(priority, measured.Tags["amocrm.priority"]);
        }
    }

    [Fact]
    public async Task A_limiter_that_says_nothing_of_waiting_is_measured_from_outside()
    {
        using var watch = new TelemetryWatch();
        RetryBench? bench = null;
        using var limiter = System.Threading.RateLimiting.PartitionedRateLimiter.Create<AmoCrmRateLimitKey, string>(static key =>
            System.Threading.RateLimiting.RateLimitPartition.GetNoLimiter(key.Host));
        bench = new RetryBench(options => options.RateLimiter = limiter);
        using (bench)
        {
            bench.Http.Answers(200, "{}");
            await bench.Test.Client.SendAsync(Read);
            Assert.Equal(0, Assert.Single(watch.Of("queue.duration")).Value);
        }
    }

    [Fact]
    public async Task Without_limits_nothing_is_measured_of_queues()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench();
        bench.Http.Answers(200, "{}");
        await bench.Test.Client.SendAsync(Read);
        Assert.Empty(watch.Of("queue.duration"));
        Assert.Equal([1, -1], watch.Of("active_requests").Select(static measured => measured.Value));
    }

    [Fact]
    public async Task Repetitions_are_counted_by_what_went_wrong_and_so_are_refusals_and_attempts()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench(static options => options.Retry.MaxRetries = 3);
        bench.Http.Answers(429).Answers(503).Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")).Answers(200, """{"id":7}""");
        await bench.GetAsync();
        Assert.Equal(["429", "503", "network"], watch.Of("retries").Select(static measured => measured.Tags["error.type"]));
        Assert.All(watch.Of("retries"), static measured => Assert.Equal((1d, "amocrm_get_item"), (measured.Value, measured.Tags["amocrm.handler"])));
        Assert.Equal("amocrm_get_item", Assert.Single(watch.Of("rate_limited")).Tags["amocrm.handler"]);
        Assert.Equal(4, watch.Of("attempts").Count);
        var duration = Assert.Single(watch.Of("request.duration"));
        Assert.True(duration.Value >= 1, "The pauses are part of it.");
        Assert.False(duration.Tags.ContainsKey("error.type"));
    }

    [Fact]
    public async Task The_last_failure_is_no_repetition()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench();
        bench.Http.Answers(503);
        await Assert.ThrowsAsync<AmoCrmServerException>(() => bench.GetAsync());
        Assert.Equal(2, watch.Of("retries").Count);
        Assert.Equal(3, watch.Of("attempts").Count);
    }

    [Theory]
    [InlineData("lost")]
    [InlineData("500")]
    [InlineData("cancelled")]
    public async Task Writes_of_which_nobody_knows_are_counted_once(string failure)
    {
        using var cancellation = new CancellationTokenSource();
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench();
        _ = failure switch
        {
            "lost" => bench.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")),
            "500" => bench.Http.Answers(500),
            _ => bench.Http.Hangs(cancellation.Cancel),
        };
        await Assert.ThrowsAnyAsync<Exception>(() => bench.Test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), cancellation.Token));
        var measured = Assert.Single(watch.Of("outcomes_unknown"));
        Assert.Equal((1d, "amocrm_create_item"), (measured.Value, measured.Tags["amocrm.handler"]));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(429)]
    public async Task Writes_that_were_answered_are_not(int status)
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench(static options => options.Retry.MaxRetries = 0);
        bench.Http.Answers(status, Items.Page(5));
        await Record.ExceptionAsync(() => bench.CreateAsync());
        bench.Http.Answers(500);
        await Record.ExceptionAsync(() => bench.GetAsync());
        Assert.Empty(watch.Of("outcomes_unknown"));
    }

    [Fact]
    public async Task Block_pages_are_counted_and_what_was_not_sent_for_them_is_not()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench();
        bench.Http.Answers(403, "<html>", "text/html");
        await bench.Test.Client.SendAsync(Read);
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Client.SendAsync(Read));
        Assert.Equal(1, Assert.Single(watch.Of("blocks")).Value);
        Assert.Single(watch.Of("attempts"));
        Assert.Equal(["403", "blocked"], watch.Of("request.duration").Select(static measured => measured.Tags["error.type"]));
    }
}
