using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

/// <summary>Whoever does not know what became of a write is told what to look for, and nothing of what he wrote.</summary>
public sealed class SentRequestTests
{
    private static readonly ItemArguments[] Two = [new("body-canary-1", 11), new("body-canary-2", 12)];

    [Fact]
    public async Task A_lost_create_tells_method_path_and_time()
    {
        using var bench = new RetryBench();
        bench.Http.Answers((_, _) =>
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(3));
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "ended");
        });
        var left = bench.Clock.GetUtcNow();
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.Test.Api.SendAsync(ItemOperations.Create, new ItemArguments("body-canary"), default));
        AssertTold(exception.Sent, "POST", "/api/v4/items", left);
        Assert.Empty(exception.Sent!.ItemIds);
        AssertNothingOfTheBody(exception);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(200)]
    [InlineData(202)]
    public async Task So_does_an_answer_behind_which_it_may_have_been_carried_out(int status)
    {
        using var bench = new RetryBench();
        bench.Http.Answers(status, """{"detail":"body-canary"}""");
        var left = bench.Clock.GetUtcNow();
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.Test.Api.SendAsync(ItemOperations.Create, new ItemArguments("body-canary"), default));
        AssertTold(exception.Sent, "POST", "/api/v4/items", left);
        AssertNothingOfTheBody(exception);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(500)]
    public async Task A_batch_of_creates_tells_its_request_ids(int? status)
    {
        using var bench = new RetryBench();
        _ = status is { } code ? bench.Http.Answers(code) : bench.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.Test.Api.SendManyAsync(ItemOperations.Create, Two, default));
        Assert.Equal(["0", "1"], exception.Sent!.ItemIds);
        Assert.Equal("POST /api/v4/items", exception.Sent.ToString());
        AssertNothingOfTheBody(exception);
    }

    [Fact]
    public async Task A_batch_whose_answer_is_short_tells_them_too()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(200, """{"_embedded":{"items":[{"id":101,"request_id":"0"}]}}""");
        var left = bench.Clock.GetUtcNow();
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.Test.Api.SendManyAsync(ItemOperations.Create, Two, default));
        Assert.Equal(["0", "1"], exception.Sent!.ItemIds);
        AssertTold(exception.Sent, "POST", "/api/v4/items", left);
    }

    [Fact]
    public async Task A_write_that_its_caller_cancelled_tells_the_same()
    {
        using var cancellation = new CancellationTokenSource();
        using var bench = new RetryBench();
        bench.Http.Hangs(cancellation.Cancel);
        var left = bench.Clock.GetUtcNow();
        var exception = await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(
            () => bench.Test.Api.SendManyAsync(ItemOperations.Update, Two, cancellation.Token));
        AssertTold(exception.Sent, "PATCH", "/api/v4/items", left);
        Assert.Equal(["11", "12"], exception.Sent!.ItemIds);
        AssertNothingOfTheBody(exception);
    }

    [Fact]
    public async Task A_write_cancelled_in_the_pause_before_its_repetition_tells_of_the_attempt_before()
    {
        using var cancellation = new CancellationTokenSource();
        using var bench = new RetryBench(static options => options.Retry.BaseDelay = TimeSpan.FromSeconds(10));
        bench.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));
        var left = bench.Clock.GetUtcNow();
        var call = bench.Test.Api.SendAsync(ItemOperations.Update, new ItemArguments("body-canary", 7), cancellation.Token);
        await ClockSteps.UntilAsync(() => bench.Pauses.Count == 1);
        await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAsync<AmoCrmOperationCanceledException>(() => call);
        AssertTold(exception.Sent, "PATCH", "/api/v4/items/7", left);
    }

    [Fact]
    public async Task A_query_is_not_told()
    {
        using var bench = new RetryBench();
        bench.Http.Throws(new IOException("reset"));
        var request = new AmoCrmRequest(HttpMethod.Post, "/api/v4/leads/7/link") { Query = "name=body-canary", Body = "[]"u8.ToArray() };
        var exception = await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => bench.Test.Client.SendAsync(request));
        Assert.Equal("POST /api/v4/leads/7/link", exception.Sent!.ToString());
        AssertNothingOfTheBody(exception);
    }

    private static void AssertTold(AmoCrmSentRequest? sent, string method, string path, DateTimeOffset left)
    {
        Assert.NotNull(sent);
        Assert.Equal((method, path, left), (sent.Method, sent.Path, sent.SentAt));
    }

    private static void AssertNothingOfTheBody(Exception exception)
    {
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        var sent = (exception as AmoCrmOutcomeUnknownException)?.Sent ?? ((AmoCrmOperationCanceledException)exception).Sent;
        Assert.DoesNotContain("canary", System.Text.Json.JsonSerializer.Serialize(sent), StringComparison.Ordinal);
    }
}
