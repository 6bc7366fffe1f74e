using System.Diagnostics;
using AmoCrm.Sdk.Tests.Auth.Refresh;
using AmoCrm.Sdk.Tests.TestSupport;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class AttemptSenderTests
{
    [Fact]
    public async Task Settings_changed_between_two_calls_are_used_by_the_second()
    {
        var test = new TestClient();
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        test.Settings.Current = new AmoCrmSettings { Subdomain = "other.kommo.com", AccessToken = "other-token" };
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);

        Assert.Equal(["mycompany.amocrm.ru", "other.kommo.com"], test.Http.Sent.Select(sent => sent.Uri.Host));
        Assert.Equal("Bearer other-token", test.LastSent.Headers["Authorization"]);
        Assert.Equal(2, test.Settings.Reads);
    }

    [Fact]
    public async Task A_call_that_waited_for_its_permit_goes_out_with_the_settings_of_then()
    {
        TestClient test = null!;
        var limiter = new StubLimiter(_ =>
        {
            test.Settings.Current = test.Settings.Current with { AccessToken = "newer-token" };
            return Task.CompletedTask;
        })
        {
            Permit = new StubPermit(waited: TimeSpan.FromSeconds(1)),
        };
        test = new TestClient(options => options.RateLimiter = limiter);
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        Assert.Equal("Bearer newer-token", test.LastSent.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_call_whose_account_changed_in_the_queue_takes_a_permit_of_the_other_one()
    {
        TestClient test = null!;
        var limiter = new StubLimiter(_ =>
        {
            test.Settings.Current = test.Settings.Current with { Subdomain = "other" };
            return Task.CompletedTask;
        })
        {
            Permit = new StubPermit(waited: TimeSpan.FromSeconds(1)),
        };
        test = new TestClient(options => options.RateLimiter = limiter);
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        Assert.Equal(["mycompany.amocrm.ru", "other.amocrm.ru"], limiter.Keys.Select(static key => key.Host));
        Assert.Equal("other.amocrm.ru", test.LastSent.Uri.Host);
        Assert.Equal(["disposed", "leaves", "disposed"], limiter.Permit.Log);
    }

    [Fact]
    public async Task Tokens_that_end_in_the_queue_are_refreshed_though_all_permits_are_held_by_those_who_wait_for_it()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(11));
        var client = bench.MakeClient(static options =>
        {
            options.TokenRefresh.EarlyWindow = TimeSpan.Zero;
            options.TokenRefresh.LeaseDuration = TimeSpan.FromMinutes(10);
            options.RateLimit = new AmoCrmRateLimitOptions { RequestsPerWindow = 1 };
        });
        await bench.CallAsync(client);
        var waiting = Enumerable.Range(0, 3).Select(_ => bench.CallAsync(client)).ToList();
        Assert.All(waiting, static call => Assert.False(call.IsCompleted));

        // The token is used for a second more, the only permit comes back a little after that.
        var answers = await bench.PassTimeAsync(Task.WhenAll(waiting), TimeSpan.FromMilliseconds(50));
        Assert.All(answers, static answer => Assert.Equal(200, answer.StatusCode));
        Assert.Single(bench.Server.Presented);
        Assert.Equal(2, bench.Server.ApiTokens.Distinct().Count());
        Assert.Equal(4, bench.Server.ApiTokens.Count);
    }

    [Fact]
    public async Task A_permit_given_back_for_a_refresh_that_fails_is_given_back_once()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(15));
        var hasQueued = false;
        var limiter = new StubLimiter(_ =>
        {
            bench.Clock.Advance(hasQueued ? TimeSpan.Zero : TimeSpan.FromSeconds(10));
            hasQueued = true;
            return Task.CompletedTask;
        })
        {
            Permit = new StubPermit(waited: TimeSpan.FromSeconds(10)),
        };
        var client = bench.MakeClient(options =>
        {
            options.TokenRefresh.EarlyWindow = TimeSpan.Zero;
            options.RateLimiter = limiter;
        });
        bench.Server.BeforeRefresh = static async (_, _) =>
        {
            await Task.Yield();
            return TokenServer.Json(401, """{"title":"Unauthorized","hint":"Token has been revoked"}""");
        };
        await Assert.ThrowsAnyAsync<AmoCrmException>(() => bench.PassTimeAsync(bench.CallAsync(client), TimeSpan.FromSeconds(1)));
        Assert.Equal(limiter.Keys.Count, limiter.Permit.Log.Count(static entry => entry == "disposed"));
        Assert.Empty(bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_provider_of_the_users_own_may_take_its_time_and_the_permit_is_kept_meanwhile()
    {
        StubLimiter limiter = null!;
        limiter = new StubLimiter(_ => limiter.Keys.Count == 1 ? Task.CompletedTask : throw new InvalidOperationException("Another permit was taken."))
        {
            Permit = new StubPermit(waited: TimeSpan.FromSeconds(1)),
        };
        var provider = Substitute.For<IAccessTokenProvider>();
        provider.GetAccessTokenAsync(default!, default!, default).ReturnsForAnyArgs(static _ => LaterAsync("own-token"));
        var test = new TestClient(options => (options.RateLimiter, options.AccessTokenProvider) = (limiter, provider));
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        Assert.Equal("Bearer own-token", test.LastSent.Headers["Authorization"]);
        Assert.Equal(["leaves", "disposed"], limiter.Permit.Log);

        static async ValueTask<string> LaterAsync(string token)
        {
            await Task.Yield();
            return token;
        }
    }

    [Fact]
    public async Task What_fails_behind_the_queue_gives_its_permit_back_and_is_told()
    {
        var resolver = Substitute.For<IAmoCrmSettingsResolver>();
        resolver.ResolveAsync(default!, default).ReturnsForAnyArgs(
            static _ => ValueTask.FromResult(new TestSettings().Current),
            static _ => ValueTask.FromException<AmoCrmSettings>(new IOException("The store is down.")),
            static _ => ValueTask.FromResult(new TestSettings().Current));
        var limiter = new StubLimiter { Permit = new StubPermit(waited: TimeSpan.FromSeconds(1)) };
        var test = new TestClient(options => (options.RateLimiter, options.SettingsResolver) = (limiter, resolver));
        await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Equal(["disposed"], limiter.Permit.Log);
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task For_a_blocked_account_nobody_queues()
    {
        var limiter = new StubLimiter();
        var test = new TestClient(options => options.RateLimiter = limiter);
        test.Http.Answers(403, "<html>blocked</html>", "text/html");
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        await Assert.ThrowsAsync<AmoCrmBlockedException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Single(test.Http.Sent);
        Assert.Single(limiter.Keys);
    }

    [Fact]
    public async Task Settings_are_read_once_for_an_attempt_whatever_the_token_is()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(24));
        var reads = 0;
        bench.Store.BeforeRead = () => reads++;
        await bench.CallAsync();
        Assert.Equal(1, reads);

        var provider = Substitute.For<IAccessTokenProvider>();
        provider.GetAccessTokenAsync(default!, default!, default).ReturnsForAnyArgs("own-token");
        var test = new TestClient(options => options.AccessTokenProvider = provider);
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        Assert.Equal(1, test.Settings.Reads);
    }

    [Fact]
    public async Task An_attempt_is_traced_from_its_queue_to_its_answer()
    {
        using var watch = new TelemetryWatch();
        var test = new TestClient(static options => options.RateLimiter = new StubLimiter { Permit = new StubPermit(waited: TimeSpan.FromSeconds(2)) });
        test.Http.Answers(404, "{}").Throws(new HttpRequestException(HttpRequestError.ResponseEnded, "ended"));
        var request = new AmoCrmRequest(HttpMethod.Get, "/api/v4/leads/7") { Handler = "traced" };
        await test.Client.SendAsync(request);
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => test.Client.SendAsync(request));

        Assert.Equal(["amocrm.attempt", "traced", "amocrm.attempt", "traced"], watch.Activities.Select(static activity => activity.OperationName));
        Assert.All(watch.Activities, static activity =>
        {
            Assert.Equal("mycompany.amocrm.ru", activity.GetTagItem("server.address"));
            Assert.Equal(ActivityStatusCode.Error, activity.Status);
        });
        Assert.Equal([404, 404, null, null], watch.Activities.Select(static activity => activity.GetTagItem("http.response.status_code")));
        Assert.Equal([null, "404", "network", "network"], watch.Activities.Select(static activity => activity.GetTagItem("error.type")));
        Assert.Equal([2000d, null, 2000d, null], watch.Activities.Select(static activity => activity.GetTagItem("amocrm.queue.milliseconds")));
    }

    [Fact]
    public async Task Every_attempt_takes_a_permit_raw_calls_too()
    {
        var limiter = new StubLimiter();
        var test = new TestClient(options => options.RateLimiter = limiter);
        test.Http.Answers(200, """{"id":7}""");
        await test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default);
        await test.Client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));
        Assert.Equal(2, limiter.Keys.Count);
        Assert.Equal(new AmoCrmRateLimitKey("mycompany.amocrm.ru", test.Settings.Current.ClientId), limiter.Keys[0]);
    }

    [Fact]
    public async Task With_an_emulator_the_connection_moves_and_nothing_else()
    {
        var test = new TestClient(options => options.EmulatorAddress = new Uri("http://127.0.0.1:5080/"));
        test.Http.Answers(204);
        await test.Api.SendAsync(ItemOperations.List(), new ItemArguments(), default);
        Assert.Equal("http://127.0.0.1:5080/api/v4/items?page=1&limit=2", test.LastSent.Uri.AbsoluteUri);
        Assert.Equal("mycompany.amocrm.ru", test.LastSent.Headers["Host"]);

        test.Settings.Current = test.Settings.Current with { Subdomain = "evil.example" };
        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => test.Api.SendAsync(ItemOperations.List(), new ItemArguments(), default));
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task A_resolver_that_fails_is_a_settings_error_and_sends_nothing()
    {
        var test = new TestClient(options => options.SettingsResolver = new FailingResolver());
        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => test.Api.SendAsync(ItemOperations.Get, new ItemArguments(Id: 7), default));
        Assert.Equal("settings_error", exception.ErrorCode);
        Assert.Contains("'default'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(test.Http.Sent);
    }

    private sealed class FailingResolver : IAmoCrmSettingsResolver
    {
        public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) => throw new TimeoutException("The database is away.");
    }
}
