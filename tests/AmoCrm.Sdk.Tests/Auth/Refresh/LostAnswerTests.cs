using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>amoCRM gave a new pair and its answer never came: the one way in which a refresh token can be lost.</summary>
public sealed class LostAnswerTests
{
    private static readonly TimeSpan ARest = TimeSpan.FromSeconds(50);

    [Fact]
    public async Task While_the_access_token_lives_calls_go_on_and_the_refresh_token_is_left_alone()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromMinutes(20));
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);

        for (var i = 0; i < 15; i++)
        {
            Assert.Equal(200, (await bench.CallAsync()).StatusCode);
            bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([bench.Pair.Refresh], bench.Server.Presented);
        Assert.Equal([AmoCrmAuthorizationState.OutcomeUnknown], bench.Events);
        Assert.Equal(AmoCrmAuthorizationState.OutcomeUnknown, (await bench.RecordAsync()).AuthorizationState);
        Assert.Contains(bench.Logs.GetSnapshot(), log => log.Id.Id == 23 && log.Message.Contains("sales", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_call_that_lost_it_is_not_repeated_and_does_not_wait()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromSeconds(-1));
        await using var client = bench.MakeClient(static options => options.Retry.MaxRetries = 4);

        // On a clock that stands still: a repetition, or a wait until the token has rested, would never end.
        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync(client).WithPatience());

        Assert.Contains("was lost", exception.Message, StringComparison.Ordinal);
        Assert.Contains("after 12:00:50 UTC", exception.Message, StringComparison.Ordinal);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
        Assert.Equal([bench.Pair.Refresh], bench.Server.Presented);
    }

    [Fact]
    public async Task Once_it_has_ended_amoCRM_is_asked_and_says_that_a_person_has_to_authorise_again()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromMinutes(20));
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        bench.Clock.Advance(TimeSpan.FromMinutes(20));

        var exception = await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm login", exception.Message, StringComparison.Ordinal);
        Assert.Equal([bench.Pair.Refresh], bench.Server.Presented);
        Assert.Equal([TokenServer.ApiHost], bench.Server.SearchedOn);
        Assert.Equal([AmoCrmAuthorizationState.OutcomeUnknown, AmoCrmAuthorizationState.ReauthorizationRequired], bench.Events);
    }

    [Fact]
    public async Task Where_amoCRM_cannot_be_asked_one_attempt_is_made_and_then_a_person_has_to_authorise_again()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromHours(20), isOpaque: true);
        var lostAt = bench.Clock.GetUtcNow();
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());

        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1)));
        Assert.True(bench.Clock.GetUtcNow() - lostAt >= ARest);
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        Assert.Equal([bench.Pair.Refresh, bench.Pair.Refresh], bench.Server.Presented);
        Assert.Equal([AmoCrmAuthorizationState.OutcomeUnknown, AmoCrmAuthorizationState.ReauthorizationRequired], bench.Events);
        Assert.Equal(2, (await bench.RecordAsync()).Notes.Spending!.Attempts);
    }

    [Fact]
    public async Task A_pair_that_is_kept_aside_takes_the_place_of_one_that_was_lost()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromHours(20), isOpaque: true);
        var kept = bench.Server.Issue();
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());
        await bench.PutAsideAsync(kept);

        bench.Clock.Advance(ARest);
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Equal([kept.Access], bench.Server.ApiTokens);
    }

    [Fact]
    public async Task It_takes_its_place_without_another_attempt_where_amoCRM_says_that_the_token_is_dead()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromSeconds(-1));
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());
        var kept = bench.Server.Issue();
        await bench.PutAsideAsync(kept);

        bench.Clock.Advance(ARest);
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        Assert.Equal([kept.Access], bench.Server.ApiTokens);
        Assert.Single(bench.Server.Presented);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
    }

    [Fact]
    public async Task It_does_so_at_once_after_an_answer_without_tokens()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var kept = bench.Server.Issue();
        await bench.PutAsideAsync(kept);
        bench.Server.AfterRefresh = _ => TokenServer.Json(502, "<html>", "text/html");

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        Assert.Equal([kept.Access], bench.Server.ApiTokens);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
    }

    [Theory]
    [InlineData(200, "{}", typeof(AmoCrmInvalidResponseException), "200")]
    [InlineData(503, "{}", typeof(AmoCrmServerException), "503")]
    public async Task Where_amoCRM_cannot_be_asked_the_answer_without_tokens_is_the_cause(int status, string body, Type type, string said)
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromHours(20), isOpaque: true);
        bench.Server.AfterRefresh = _ => TokenServer.Json(status, body);

        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());

        Assert.Contains("was lost", exception.Message, StringComparison.Ordinal);
        Assert.IsType(type, exception.InnerException);
        Assert.Contains("oauth_refresh_token", exception.InnerException.Message, StringComparison.Ordinal);
        Assert.Contains(said, exception.InnerException.Message, StringComparison.Ordinal);
        Assert.Equal("oauth_refresh_token", Assert.IsType<IAmoCrmError>(exception.InnerException, exactMatch: false).Handler);
    }

    [Fact]
    public async Task An_attempt_that_amoCRM_never_saw_is_made_up_for()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));
        bench.Server.BeforeRefresh = (_, _) => throw new IOException("Connection reset.");
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        bench.Server.BeforeRefresh = null;
        bench.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await bench.RecordAsync()).AuthorizationState);
    }

    [Fact]
    public async Task A_token_route_that_is_out_of_order_for_a_while_costs_no_authorisation()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeRefresh = (_, _) => Task.FromResult<HttpResponseMessage?>(TokenServer.Json(502, "<html>", "text/html"));
        for (var i = 0; i < 5; i++)
        {
            var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());
            Assert.Contains("is not spent", exception.Message, StringComparison.Ordinal);
        }

        bench.Server.BeforeRefresh = null;
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
    }

    [Fact]
    public async Task Two_lost_answers_in_a_row_that_nobody_can_explain_are_the_end()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromHours(20), isOpaque: true);
        bench.Server.BeforeRefresh = (_, _) => throw new IOException("Connection reset.");

        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());
        bench.Clock.Advance(ARest);
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        Assert.Equal(2, bench.Server.Presented.Count);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_to_be_read_is_a_lost_one()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await using var client = bench.MakeClient(options => options.MaxResponseBytes = 64);
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync(client));
        Assert.Equal(AmoCrmAuthorizationState.OutcomeUnknown, (await bench.RecordAsync()).AuthorizationState);
    }

    [Fact]
    public async Task A_host_that_is_spelt_in_another_way_does_not_make_a_lost_token_whole()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromMinutes(20));
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { Subdomain = "mycompany.amocrm.ru" });
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Equal(AmoCrmAuthorizationState.OutcomeUnknown, (await bench.RecordAsync()).AuthorizationState);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_token_that_was_refused_brings_it_to_light_though_it_says_that_it_lives()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromMinutes(20));
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        bench.Server.Revoke(bench.Pair.Access);
        bench.Clock.Advance(ARest);

        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        Assert.Single(bench.Server.Presented);
    }

    [Theory]
    [InlineData(500, "{}", "application/json")]
    [InlineData(502, "<html>", "text/html")]
    [InlineData(504, "", "text/html")]
    [InlineData(200, "{\"access_token\":\"canary-access", "application/json")]
    [InlineData(200, "{\"access_token\":\"canary-access\"}", "application/json")]
    [InlineData(200, "[]", "application/json")]
    [InlineData(200, "<html>", "text/html")]
    public async Task An_answer_without_tokens_is_a_lost_one(int status, string body, string type)
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));
        bench.Server.AfterRefresh = _ => TokenServer.Json(status, body, type);

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        await bench.UntilAsync(() => bench.Events.Count > 0);

        Assert.Equal(AmoCrmAuthorizationState.OutcomeUnknown, (await bench.RecordAsync()).AuthorizationState);
        Assert.Empty(bench.Server.SearchedOn);
    }

    [Fact]
    public async Task An_answer_without_tokens_is_looked_into_at_once_when_calls_cannot_go_on()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.AfterRefresh = _ => TokenServer.Json(502, "<html>", "text/html");
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task An_answer_later_than_a_third_of_the_lease_is_a_lost_one()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeRefresh = async (_, cancellationToken) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(16), bench.Clock, cancellationToken);
            return null;
        };

        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1)));
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task Logging_in_again_makes_everything_good()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromSeconds(-1));
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());
        bench.Clock.Advance(ARest);
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        await bench.WithPairAsync(TimeSpan.FromHours(20));

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await bench.RecordAsync()).AuthorizationState);
    }

    /// <summary>The server rotates, and the first answer is lost on its way back.</summary>
    private static async Task<RefreshBench> LostAsync(RefreshBench bench, TimeSpan accessLife, bool isOpaque = false)
    {
        await bench.WithPairAsync(accessLife);
        if (isOpaque)
        {
            // Such a token names no host that could be asked.
            await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(("opaque", bench.Pair.Refresh)) with { AccessToken = null });
        }

        bench.Server.AfterRefresh = _ =>
        {
            bench.Server.AfterRefresh = null;
            throw new IOException("Connection reset.");
        };
        return bench;
    }
}
