using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>The path of a request around its attempts.</summary>
public sealed class RepetitionTests
{
    private static readonly AmoCrmRequest Read = new(HttpMethod.Get, "/api/v4/account") { Handler = "amocrm_get_account" };
    private static readonly AmoCrmRequest Delete = new(HttpMethod.Delete, "/api/v4/leads/7") { Handler = "amocrm_delete_lead" };

    [Fact]
    public async Task Pauses_are_those_of_the_clients_clock()
    {
        using var bench = new RetryBench(static options => options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.FromHours(1));
        bench.Http.Answers(503).Answers(200, "{}");
        Assert.Equal(200, (await bench.Clock.PassUntilAsync(bench.Test.Client.SendAsync(Read), TimeSpan.FromHours(1))).StatusCode);
        Assert.Equal(2, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task The_last_failure_is_told_when_the_time_ends_before_the_next_repetition()
    {
        using var bench = new RetryBench(static options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(1);
            options.Retry.BaseDelay = TimeSpan.FromHours(1);
            options.Retry.MaxDelay = TimeSpan.FromHours(1);
        });
        bench.Http.Answers(503).Throws(new HttpRequestException(HttpRequestError.NameResolutionError, "unknown host"));
        Assert.Equal(503, (await bench.RawAsync(Read)).StatusCode);
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.RawAsync(Read));
        Assert.Equal(2, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task A_delete_that_comes_again_and_finds_nothing_is_done()
    {
        using var bench = Lost();
        bench.Http.Answers((_, _) =>
        {
            var response = StubHttpHandler.Json(404, """{"title":"Not Found"}""");
            response.Headers.Add("X-Request-Id", "7c1b");
            return Task.FromResult(response);
        });
        var response = await bench.RawAsync(Delete);
        Assert.Equal((204, "7c1b", "amocrm_delete_lead"), (response.StatusCode, response.RequestId, response.Handler));
    }

    [Fact]
    public async Task One_that_comes_once_or_is_not_to_come_again_or_is_refused_is_not()
    {
        using var once = new RetryBench();
        once.Http.Answers(404, """{"title":"Not Found"}""");
        Assert.Equal(404, (await once.RawAsync(Delete)).StatusCode);

        using var refused = Lost();
        refused.Http.Answers(403, "{}");
        Assert.Equal(403, (await refused.RawAsync(Delete)).StatusCode);

        using var without = Lost();
        without.Http.Answers(404, """{"title":"Cannot DELETE /api/v4/leads/7"}""");
        Assert.Equal(404, (await without.RawAsync(Delete)).StatusCode);

        using var other = Lost();
        other.Http.Answers(404, "{}");
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => other.UpdateAsync());
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(404, false)]
    public async Task A_token_with_which_a_request_succeeded_is_proven(int status, bool isProven)
    {
        var provider = Tokens("first");
        var test = new TestClient(options => options.AccessTokenProvider = provider);
        test.Http.Answers(status, "{}");
        await test.Client.SendAsync(Read);
        provider.Received(isProven ? 1 : 0).Accepted("default", "first");
        await provider.DidNotReceiveWithAnyArgs().TryReplaceAsync(default!, default);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(401, false)]
    public async Task So_is_one_that_took_the_place_of_a_refused_one_and_that_is_logged(int status, bool isProven)
    {
        var provider = Tokens("first", "second");
        provider.TryReplaceAsync(default!, default).ReturnsForAnyArgs(true);
        using var bench = new RetryBench(options => options.AccessTokenProvider = provider);
        bench.Http.Answers(401, "{}").Answers(status, "{}");
        Assert.Equal(status, (await bench.RawAsync(Read)).StatusCode);
        provider.DidNotReceive().Accepted("default", "first");
        provider.Received(isProven ? 1 : 0).Accepted("default", "second");
        Assert.Contains(bench.Logs.GetSnapshot(), static record =>
            record.Level == LogLevel.Information && record.Message.StartsWith("amocrm_get_account: the access token of agent default was refused", StringComparison.Ordinal));
        Assert.DoesNotContain(bench.Logs.GetSnapshot(), static record => record.Message.Contains("first", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/", true)]
    [InlineData(null, false)]
    public void That_an_emulator_is_asked_is_a_warning(string? address, bool isWarned)
    {
        using var bench = new RetryBench(options => options.EmulatorAddress = address is null ? null : new Uri(address));
        Assert.Equal(isWarned, bench.Logs.GetSnapshot().Any(static record => record.Level == LogLevel.Warning && record.Message.Contains("127.0.0.1:5080", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_waits_for_a_request_to_leave_hears_of_it_once_and_before_it_does()
    {
        var sentBefore = new List<int>();
        using var bench = new RetryBench();
        bench.Http.Answers(503).Answers(200, "{}");
        await bench.RawAsync(Leaving(() => sentBefore.Add(bench.Http.Sent.Count)));
        Assert.Equal([0], sentBefore);
        Assert.Equal(2, bench.Http.Sent.Count);

        await Assert.ThrowsAsync<NotSupportedException>(() => bench.RawAsync(Leaving(static () => throw new NotSupportedException())));
        Assert.Equal(2, bench.Http.Sent.Count);

        var held = new HeldTransport { IsDeaf = true };
        _ = held.Client().Client.SendAsync(Leaving(() => sentBefore.Add(held.Asked.Count)));
        Assert.Equal([0, 0], sentBefore);
        Assert.Single(held.Asked);
    }

    [Fact]
    public async Task No_request_is_an_error_of_the_program()
    {
        var test = new TestClient();
        await Assert.ThrowsAsync<ArgumentNullException>(() => test.Client.SendAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => test.Transport.SendAsync(null!, default));
        Assert.Throws<ArgumentNullException>(static () => new AmoCrmRequest(null!, "/api/v4/account"));
        var exception = Assert.Throws<ArgumentException>(static () => new HttpTransport(new AmoCrmClientOptions(), static () => null!));
        Assert.Contains("settings resolver", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The first answer is lost.</summary>
    private static RetryBench Lost()
    {
        var bench = new RetryBench();
        bench.Http.Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));
        return bench;
    }

    private static IAccessTokenProvider Tokens(params string[] tokens)
    {
        var provider = Substitute.For<IAccessTokenProvider>();
        provider.GetAccessTokenAsync(default!, default!, default).ReturnsForAnyArgs(tokens[0], tokens[1..]);
        return provider;
    }

    private static AmoCrmRequest Leaving(Action leaving) => new(HttpMethod.Get, "/api/v4/account")
    {
        Leaving = () =>
        {
            leaving();
            return default;
        },
    };
}
