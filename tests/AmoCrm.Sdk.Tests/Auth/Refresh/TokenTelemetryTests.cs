using System.Diagnostics;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>What traces, metrics and logs tell of token calls (docs/telemetry.md).</summary>
public sealed class TokenTelemetryTests
{
    [Fact]
    public async Task A_token_call_is_a_call_of_one_attempt()
    {
        using var watch = new TelemetryWatch();
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        var limiter = new StubLimiter { Permit = new StubPermit(waited: TimeSpan.FromMilliseconds(40)) };

        await bench.AskAsync(bench.MakeRefresher(options => options.RateLimiter = limiter), TimeSpan.Zero);

        var call = Assert.Single(watch.Activities, static activity => activity.OperationName == "oauth_refresh_token");
        var attempt = Assert.Single(watch.Activities, static activity => activity.OperationName == "amocrm.attempt");
        Assert.Equal(call.SpanId, attempt.ParentSpanId);
        Assert.All([call, attempt], static activity =>
        {
            Assert.Equal("mycompany.amocrm.ru", activity.GetTagItem("server.address"));
            Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
            Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        });
        Assert.Equal(1, call.GetTagItem("amocrm.attempts"));
        Assert.Equal(40d, attempt.GetTagItem("amocrm.queue.milliseconds"));
        Assert.Equal("oauth_refresh_token", Assert.Single(watch.Of("request.duration")).Tags["amocrm.handler"]);
    }

    [Fact]
    public async Task A_token_call_without_an_answer_has_failed()
    {
        using var watch = new TelemetryWatch();
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.AfterRefresh = static _ => throw new IOException("Connection reset.");

        await bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero);

        var failed = watch.Activities.Where(static activity => activity.Status == ActivityStatusCode.Error).ToList();
        Assert.Equal(["amocrm.attempt", "oauth_refresh_token"], failed.Select(static activity => activity.OperationName));
        Assert.All(failed, static activity => Assert.Equal("outcome_unknown", activity.GetTagItem("error.type")));
    }

    [Fact]
    public async Task What_became_of_refreshes_is_counted_and_logged()
    {
        using var watch = new TelemetryWatch();
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        var refresher = bench.MakeRefresher();

        await bench.AskAsync(refresher, TimeSpan.Zero);
        bench.Server.Revoke((await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.AskAsync(refresher, TimeSpan.Zero));

        Assert.Equal(["authorized", "reauthorization_required"], watch.Of("token_refreshes").Select(static measured => measured.Tags["amocrm.authorization.state"]));
        Assert.Equal([20, 24], bench.Told);
    }

    [Fact]
    public async Task The_question_where_an_account_is_takes_a_turn_and_has_a_name()
    {
        using var watch = new TelemetryWatch();
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.Host = "renamed.amocrm.ru";
        var limiter = new StubLimiter();

        await bench.AskAsync(bench.MakeRefresher(options => options.RateLimiter = limiter), TimeSpan.Zero);

        Assert.Equal(["mycompany.amocrm.ru", TokenServer.ApiHost, "renamed.amocrm.ru"], limiter.Keys.Select(static key => key.Host));
        var question = Assert.Single(watch.Activities, static activity => activity.OperationName == "oauth_account_domain");
        Assert.Equal(TokenServer.ApiHost, question.GetTagItem("server.address"));
        Assert.Equal([28, 20], bench.Told);
    }
}
