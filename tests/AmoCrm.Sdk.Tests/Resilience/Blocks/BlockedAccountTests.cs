using System.Threading.RateLimiting;
using AmoCrm.Sdk.Tests.Auth.Refresh;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Resilience.Blocks;

public sealed class BlockedAccountTests
{
    private static readonly AmoCrmRequest Read = new(HttpMethod.Get, "/api/v4/account") { Handler = "amocrm_get_account" };

    [Fact]
    public async Task After_the_page_nothing_is_sent_until_the_pause_is_over()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(403, "<html>blocked</html>", "text/html").Answers(200, "{}");
        var page = await bench.Test.Client.SendAsync(Read);
        Assert.Null(Assert.Throws<AmoCrmBlockedException>(page.EnsureSuccess).RetryAt);
        var until = bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);

        var exception = await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Client.SendAsync(Read));
        Assert.Equal(until, exception.RetryAt);
        Assert.Equal("blocked", exception.ErrorCode);
        Assert.Contains("mycompany.amocrm.ru", exception.Message, StringComparison.Ordinal);
        Assert.Contains("12:01:00 UTC", exception.Message, StringComparison.Ordinal);
        Assert.Contains("support", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Api.SendAsync(ItemOperations.Create, new ItemArguments("x"), default));
        Assert.Single(bench.Http.Sent);

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await bench.Test.Client.SendAsync(Read)).StatusCode);
        Assert.Equal(200, (await bench.Test.Client.SendAsync(Read)).StatusCode);
        Assert.Equal(3, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task It_is_said_once_in_the_log()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(403, "<html>", "text/html");
        await bench.Test.Client.SendAsync(Read);
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Client.SendAsync(Read));
        var record = Assert.Single(bench.Logs.GetSnapshot(), static record => record.Level == LogLevel.Error);
        Assert.Contains("mycompany.amocrm.ru answered agent default with amoCRM's block page: nothing is sent to it until 12:01:00 UTC", record.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_again_doubles_the_pause()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(403, "<html>", "text/html");
        await bench.Test.Client.SendAsync(Read);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Test.Client.SendAsync(Read);
        var exception = await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Client.SendAsync(Read));
        Assert.Equal(bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(2), exception.RetryAt);
        Assert.Equal(2, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task One_request_at_a_time_goes_through_to_see()
    {
        using var bench = new RetryBench();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        bench.Http.Answers(403, "<html>", "text/html").Answers((_, _) => answer.Task).Answers(200, "{}");
        await bench.Test.Client.SendAsync(Read);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        var probe = bench.Test.Client.SendAsync(Read);
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Client.SendAsync(Read));
        answer.SetResult(StubHttpHandler.Json(200, "{}"));
        Assert.Equal(200, (await probe).StatusCode);
        Assert.Equal(200, (await bench.Test.Client.SendAsync(Read)).StatusCode);
        Assert.Equal(3, bench.Http.Sent.Count);
    }

    [Fact]
    public async Task A_probe_that_a_limiter_of_the_users_own_breaks_leaves_the_next_one_free()
    {
        var limiter = new BrokenLimiter();
        using var bench = new RetryBench(options => options.RateLimiter = limiter);
        bench.Http.Answers(403, "<html>", "text/html").Answers(200, "{}");
        await bench.Test.Client.SendAsync(Read);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        limiter.IsBroken = true;
        await Assert.ThrowsAsync<NotSupportedException>(() => bench.Test.Client.SendAsync(Read));
        limiter.IsBroken = false;
        Assert.Equal(200, (await bench.Test.Client.SendAsync(Read)).StatusCode);
    }

    [Fact]
    public async Task A_probe_that_gets_no_answer_leaves_the_next_one_free()
    {
        using var bench = new RetryBench(static options => options.Retry.MaxRetries = 0);
        bench.Http.Answers(403, "<html>", "text/html").Throws(new HttpRequestException(HttpRequestError.ConnectionError, "refused")).Answers(200, "{}");
        await bench.Test.Client.SendAsync(Read);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.Test.Client.SendAsync(Read));
        Assert.Equal(200, (await bench.Test.Client.SendAsync(Read)).StatusCode);
    }

    [Theory]
    [InlineData(403, """{"title":"Forbidden"}""", "application/problem+json")]
    [InlineData(403, "", "text/plain")]
    [InlineData(404, "<html>", "text/html")]
    [InlineData(200, "<html>", "text/html")]
    public async Task Another_answer_is_no_block(int status, string body, string type)
    {
        using var bench = new RetryBench();
        bench.Http.Answers(status, body, type);
        await bench.Test.Client.SendAsync(Read);
        Assert.Equal(status, (await bench.Test.Client.SendAsync(Read)).StatusCode);
    }

    [Fact]
    public async Task Another_account_is_not_affected()
    {
        using var bench = new RetryBench();
        bench.Http.Answers(403, "<html>", "text/html").Answers(200, "{}");
        await bench.Test.Client.SendAsync(Read);
        var settings = bench.Test.Settings.Current;
        bench.Test.Settings.Current = settings with { Subdomain = "other" };
        Assert.Equal(200, (await bench.Test.Client.SendAsync(Read)).StatusCode);
        bench.Test.Settings.Current = settings;
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Client.SendAsync(Read));
    }

    [Fact]
    public async Task Clients_over_the_same_handler_know_of_it_and_those_over_another_do_not()
    {
        using var bench = new RetryBench();
        using var other = new RetryBench();
        using var same = new RetryBench(options => options.HttpMessageHandler = bench.Http);
        bench.Http.Answers(403, "<html>", "text/html");
        other.Http.Answers(200, "{}");
        await bench.Test.Client.SendAsync(Read);
        Assert.Equal(200, (await other.Test.Client.SendAsync(Read)).StatusCode);
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => same.Test.Client.SendAsync(Read));
        Assert.Single(bench.Http.Sent);
    }

    [Fact]
    public async Task Whoever_waits_for_a_permit_meanwhile_does_not_send_and_gives_it_back()
    {
        RetryBench? bench = null;
        var asked = 0;
        var limiter = new StubLimiter(async cancellationToken =>
        {
            if (++asked == 1)
            {
                // Another call of the same account meets the page while this one waits.
                await bench!.Test.Client.SendAsync(Read, cancellationToken);
            }
        });
        bench = new RetryBench(options => options.RateLimiter = limiter);
        using (bench)
        {
            bench.Http.Answers(403, "<html>", "text/html");
            await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.Test.Client.SendAsync(Read));
            Assert.Single(bench.Http.Sent);
            Assert.Equal(["leaves", "disposed", "disposed"], limiter.Permit.Log);
        }
    }

    [Fact]
    public async Task No_token_call_is_sent_either()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(20));
        var client = bench.MakeClient(static options => options.TokenRefresh.EarlyWindow = TimeSpan.Zero);
        bench.Server.BeforeApi = static () => Task.FromResult<HttpResponseMessage?>(TokenServer.Json(403, "<html>", "text/html"));
        await bench.CallAsync(client);
        var refresher = ServiceConnections.CreateTokenRefresher(
            new AmoCrmClientOptions { AgentId = RefreshBench.Agent, SettingsResolver = bench.Store, HttpMessageHandler = bench.Server, TimeProvider = bench.Clock },
            Substitute.For<IHttpMessageHandlerFactory>());
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => refresher.RefreshAsync(RefreshBench.Agent, TimeSpan.Zero));

        // The token ends before the pause does.
        bench.Clock.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => bench.CallAsync(client));
        Assert.Empty(bench.Server.Presented);
        Assert.True(bench.Server.IsAlive(bench.Pair.Refresh));
    }

    private sealed class BrokenLimiter : PartitionedRateLimiter<AmoCrmRateLimitKey>
    {
        public bool IsBroken { get; set; }

        public override RateLimiterStatistics? GetStatistics(AmoCrmRateLimitKey resource) => null;

        protected override RateLimitLease AttemptAcquireCore(AmoCrmRateLimitKey resource, int permitCount) => new Permit(this);

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(AmoCrmRateLimitKey resource, int permitCount, CancellationToken cancellationToken) => new(new Permit(this));

        private sealed class Permit(BrokenLimiter limiter) : AmoCrmPermit
        {
            public override TimeSpan Waited => TimeSpan.Zero;

            public override void RequestLeaves()
            {
                if (limiter.IsBroken)
                {
                    throw new NotSupportedException();
                }
            }
        }
    }
}
