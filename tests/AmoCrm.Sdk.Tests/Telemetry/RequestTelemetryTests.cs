using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace AmoCrm.Sdk.Tests.Telemetry;

public sealed class RequestTelemetryTests
{
    [Fact]
    public async Task Requests_are_traced_by_handler_and_path_template()
    {
        var activities = new ConcurrentBag<Activity>();
        using var listener = Listen(activities);
        var test = new TestClient();
        test.Http.Answers(200, """{"id":7}""").Answers(404, """{"title":"Cannot GET"}""");

        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7001), default);
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7001), default));

        // Other tests run beside this one and are traced too.
        var mine = activities.Where(activity => activity.OperationName == "amocrm_get_item").ToList();
        var success = mine.First(activity => Equals(activity.GetTagItem("http.response.status_code"), 200));
        Assert.Equal("/api/v4/items/{id}", success.GetTagItem("url.template"));
        Assert.Equal("GET", success.GetTagItem("http.request.method"));
        Assert.Equal("mycompany.amocrm.ru", success.GetTagItem("server.address"));
        Assert.Equal(1, success.GetTagItem("amocrm.attempts"));
        var failure = mine.First(activity => Equals(activity.GetTagItem("http.response.status_code"), 404));
        Assert.Equal(ActivityStatusCode.Error, failure.Status);
    }

    [Fact]
    public async Task Durations_are_measured_by_handler_status_and_error()
    {
        var measured = new ConcurrentBag<KeyValuePair<string, object?>[]>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "AmoCrm.Sdk" && instrument.Name == "amocrm.client.request.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meter.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Add(tags.ToArray()));
        meter.Start();
        var test = new TestClient();
        test.Http.Answers(429);

        await test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account") { Handler = "measured" });

        var tags = Assert.Single(measured, tags => tags.Contains(KeyValuePair.Create<string, object?>("amocrm.handler", "measured")));
        Assert.Contains(KeyValuePair.Create<string, object?>("http.response.status_code", 429), tags);
        Assert.Contains(KeyValuePair.Create<string, object?>("error.type", "429"), tags);
    }

    [Fact]
    public async Task Nothing_secret_and_nothing_personal_reaches_a_log_a_trace_or_a_message()
    {
        var activities = new ConcurrentBag<Activity>();
        using var listener = Listen(activities);
        using var provider = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(provider).SetMinimumLevel(LogLevel.Trace));
        var test = new TestClient(options => options.LoggerFactory = factory);
        var failures = new List<Exception>();
        foreach (var status in new[] { 400, 401, 403, 404, 429, 500 })
        {
            test.Http.Answers(status, """{"title":"Refused","detail":"answer-canary","validation-errors":[{"errors":[{"code":"x","path":"y","detail":"answer-canary"}]}]}""");
        }

        test.Http.Answers(200, "answer-canary").Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")).Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        for (var i = 0; i < 9; i++)
        {
            failures.Add(await Assert.ThrowsAnyAsync<Exception>(() => test.Api.SendAsync(ItemOperations.Create, new ItemArguments("body-canary"), default)));
            failures.Add(await Assert.ThrowsAnyAsync<Exception>(() => test.Api.SendAsync(ItemOperations.List(), new ItemArguments("query-canary"), default)));
        }

        var texts = failures.Select(failure => failure.ToString())
            .Concat(provider.Collector.GetSnapshot().Select(record => $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}"))
            .Concat(activities.SelectMany(activity => activity.TagObjects).Select(tag => $"{tag.Key}={tag.Value}"))
            .ToList();
        Assert.Contains(texts, text => text.Contains("amocrm_create_item", StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("canary", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failures_are_warnings_and_successes_are_not()
    {
        using var provider = new FakeLoggerProvider();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(provider).SetMinimumLevel(LogLevel.Trace));
        var test = new TestClient(options => options.LoggerFactory = factory);
        test.Http.Answers(200, """{"id":7}""").Answers(403, "{}");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        await Assert.ThrowsAsync<AmoCrmForbiddenException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Equal([LogLevel.Debug, LogLevel.Warning], provider.Collector.GetSnapshot().Select(record => record.Level));
    }

    private static ActivityListener Listen(ConcurrentBag<Activity> activities)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "AmoCrm.Sdk",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
