using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

/// <summary>Which request is repeated after which failure, and as what it ends.</summary>
public sealed class RetryTableTests
{
    private const int Once = 1;
    private const int Thrice = 3;

    [Theory]
    [InlineData("429", Thrice, "rate_limited")]
    [InlineData("500", Once, "server_error")]
    [InlineData("502", Thrice, "server_error")]
    [InlineData("503", Thrice, "server_error")]
    [InlineData("504", Thrice, "server_error")]
    [InlineData("refused", Thrice, "network")]
    [InlineData("reset", Thrice, "network")]
    [InlineData("late", Thrice, "timeout")]
    [InlineData("malformed", Once, "invalid_response")]
    [InlineData("400", Once, "validation")]
    public async Task A_read(string failure, int sent, string error)
    {
        await CheckAsync(static bench => bench.GetAsync(), failure, sent, error);
    }

    [Theory]
    [InlineData("429", Thrice, "rate_limited")]
    [InlineData("500", Once, "server_error")]
    [InlineData("502", Thrice, "server_error")]
    [InlineData("503", Thrice, "server_error")]
    [InlineData("504", Thrice, "server_error")]
    [InlineData("refused", Thrice, "network")]
    [InlineData("reset", Thrice, "network")]
    [InlineData("late", Thrice, "timeout")]
    [InlineData("malformed", Once, "invalid_response")]
    [InlineData("400", Once, "validation")]
    public async Task A_write_that_is_the_same_twice(string failure, int sent, string error)
    {
        await CheckAsync(static bench => bench.UpdateAsync(), failure, sent, error);
    }

    [Theory]
    [InlineData("429", Thrice, "rate_limited")]
    [InlineData("500", Once, "outcome_unknown")]
    [InlineData("502", Once, "outcome_unknown")]
    [InlineData("503", Once, "outcome_unknown")]
    [InlineData("504", Once, "outcome_unknown")]
    [InlineData("refused", Thrice, "network")]
    [InlineData("reset", Once, "outcome_unknown")]
    [InlineData("late", Once, "outcome_unknown")]
    [InlineData("malformed", Once, "outcome_unknown")]
    [InlineData("400", Once, "validation")]
    public async Task A_create(string failure, int sent, string error)
    {
        await CheckAsync(static bench => bench.CreateAsync(), failure, sent, error);
    }

    [Theory]
    [InlineData("GET", "503", Thrice)]
    [InlineData("PUT", "503", Thrice)]
    [InlineData("DELETE", "503", Thrice)]
    [InlineData("POST", "503", Once)]
    [InlineData("PATCH", "503", Once)]
    [InlineData("POST", "429", Thrice)]
    public async Task A_raw_request_goes_the_same_way(string method, string failure, int sent)
    {
        using var bench = new RetryBench();
        Fail(bench, failure);
        var response = await bench.RawAsync(new AmoCrmRequest(new HttpMethod(method), "/api/v4/leads"));
        Assert.Equal(failure, $"{response.StatusCode}");
        Assert.Equal(sent, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task A_raw_request_may_say_that_it_is_the_same_twice()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(503).Answers(200, "{}");
        var response = await bench.RawAsync(new AmoCrmRequest(HttpMethod.Patch, "/api/v4/leads/1") { Retry = RetrySafety.Idempotent });
        Assert.Equal(200, response.StatusCode);
    }

    [Fact]
    public async Task What_passes_after_a_failure_is_a_success()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(429).Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused")).Answers(200, Items.Page(5));
        Assert.Equal(5, (await bench.CreateAsync()).Id);
        Assert.Equal(3, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task A_create_is_not_sent_again_even_where_a_refusal_came_before_the_loss()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(429).Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.CreateAsync());
        Assert.Equal(2, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task Settings_and_token_are_read_for_each_attempt()
    {
        using var bench = new RetryBench();
        var settings = bench.Test.Settings;
        bench.Http
            .Answers((_, _) =>
            {
                settings.Current = settings.Current with { Subdomain = "renamed", AccessToken = "second-token" };
                return Task.FromResult(StubHttpHandler.Json(503, "{}"));
            })
            .Answers((_, _) =>
            {
                settings.Current = settings.Current with { AccessToken = "third-token" };
                return Task.FromResult(StubHttpHandler.Json(429, "{}"));
            })
            .Answers(200, """{"id":7}""");
        await bench.GetAsync();
        Assert.Equal(["mycompany.amocrm.ru", "renamed.amocrm.ru", "renamed.amocrm.ru"], bench.Http.Sent.Select(static sent => sent.Uri.Host));
        Assert.Equal(
            [$"Bearer {TestSettings.Token}", "Bearer second-token", "Bearer third-token"], bench.Http.Sent.Select(static sent => sent.Headers["Authorization"]));
    }

    private static async Task CheckAsync(Func<RetryBench, Task> callAsync, string failure, int sent, string error)
    {
        using var bench = new RetryBench();
        Fail(bench, failure);
        var exception = await Assert.ThrowsAnyAsync<AmoCrmException>(() => callAsync(bench));
        Assert.Equal(error, exception.ErrorCode);
        Assert.Equal(sent, bench.Http.Sent.Count);
        Assert.Equal(sent - 1, bench.Pauses.Count);
    }

    private static void Fail(RetryBench bench, string failure)
    {
        _ = failure switch
        {
            "refused" => bench.Http.Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
            "reset" => bench.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended")),
            "late" => bench.Http.Hangs(() => bench.Clock.Advance(RetryBench.AttemptTimeout)),
            "malformed" => bench.Http.Answers(200, """{"id":"""),
            _ => bench.Http.Answers(int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture), "{}"),
        };
    }
}
