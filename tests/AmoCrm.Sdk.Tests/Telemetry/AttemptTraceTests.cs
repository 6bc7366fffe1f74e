using System.Diagnostics;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Telemetry;

public sealed class AttemptTraceTests
{
    [Fact]
    public async Task A_call_is_one_activity_with_its_attempts_inside()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench(static options => options.RateLimiter = new StubLimiter { Permit = new StubPermit(waited: TimeSpan.FromSeconds(2)) });
        bench.Http.Answers(503).Answers(200, """{"id":7}""");
        using var outer = new Activity("outer");
        outer.Start();
        await bench.GetAsync();
        outer.Stop();

        var call = Assert.Single(watch.Activities, static activity => activity.OperationName == "amocrm_get_item");
        Assert.Equal(outer.SpanId, call.ParentSpanId);
        Assert.Equal(ActivityKind.Client, call.Kind);
        Assert.Equal(ActivityStatusCode.Unset, call.Status);
        Assert.Equal(2, call.GetTagItem("amocrm.attempts"));
        Assert.Equal(200, call.GetTagItem("http.response.status_code"));

        var attempts = watch.Activities.Where(static activity => activity.OperationName == "amocrm.attempt").ToList();
        Assert.Equal([1, 2], attempts.Select(static attempt => attempt.GetTagItem("amocrm.attempt")));
        Assert.Equal([503, 200], attempts.Select(static attempt => attempt.GetTagItem("http.response.status_code")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], attempts.Select(static attempt => attempt.Status));
        Assert.All(attempts, attempt =>
        {
            Assert.Equal(call.SpanId, attempt.ParentSpanId);
            Assert.Equal(outer.TraceId, attempt.TraceId);
            Assert.Equal(2000d, attempt.GetTagItem("amocrm.queue.milliseconds"));
            Assert.Equal("mycompany.amocrm.ru", attempt.GetTagItem("server.address"));
        });
        Assert.Equal(call, watch.Activities[^1]);
    }

    [Fact]
    public async Task An_attempt_that_failed_says_as_what()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench(static options => options.Retry.MaxRetries = 1);
        bench.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.GetAsync());
        Assert.Equal(3, watch.Activities.Count);
        Assert.All(watch.Activities, static activity =>
        {
            Assert.Equal("network", activity.GetTagItem("error.type"));
            Assert.Equal(ActivityStatusCode.Error, activity.Status);
        });
    }

    [Fact]
    public async Task An_attempt_that_was_not_sent_has_no_number()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench();
        bench.Http.Answers(403, "<html>", "text/html");
        await bench.Test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.GetAsync());
        var attempt = watch.Activities[^2];
        Assert.Equal("amocrm.attempt", attempt.OperationName);
        Assert.Null(attempt.GetTagItem("amocrm.attempt"));
        Assert.Equal("blocked", attempt.GetTagItem("error.type"));
        Assert.Equal(0, watch.Activities[^1].GetTagItem("amocrm.attempts"));
    }

    [Fact]
    public async Task Nothing_secret_is_in_traces_metrics_and_logs_of_what_is_repeated()
    {
        using var watch = new TelemetryWatch();
        using var bench = new RetryBench();
        bench.Http.Answers(429, """{"detail":"answer-canary"}""").Throws(new HttpRequestException(HttpRequestError.ConnectionError, "answer-canary")).Answers(503, "answer-canary");
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.CreateAsync());
        bench.Http.Answers(403, "<html>answer-canary", "text/html");
        var blocked = await bench.RawAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/leads") { Query = "query=query-canary" });
        Assert.Throws<AmoCrmBlockedException>(blocked.EnsureSuccess);
        var texts = watch.Texts.Concat(bench.Logs.GetSnapshot().Select(static record => $"{record.Message} {string.Join(' ', record.StructuredState ?? [])}")).ToList();
        Assert.Contains(texts, static text => text.Contains("amocrm_create_item", StringComparison.Ordinal));
        Assert.Contains(texts, static text => text.Contains("it is sent again", StringComparison.Ordinal));
        Assert.All(texts, static text => Assert.DoesNotContain("canary", text, StringComparison.Ordinal));
    }
}
