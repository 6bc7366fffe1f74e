using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

public sealed class RefusedRefreshTokenTests
{
    [Fact]
    public async Task A_dead_refresh_token_needs_a_person_and_is_not_sent_again()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Revoke(bench.Pair.Refresh);

        var exception = await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        Assert.Equal("reauthorization_required", exception.ErrorCode);
        Assert.Equal("Token has been revoked", exception.Error.Hint);
        Assert.Single(bench.Server.Presented);
        Assert.Empty(bench.Server.ApiTokens);
        Assert.Equal([AmoCrmAuthorizationState.ReauthorizationRequired], bench.Events);
        var record = await bench.RecordAsync();
        Assert.Equal(AmoCrmAuthorizationState.ReauthorizationRequired, record.AuthorizationState);
        Assert.Equal(bench.Pair.Refresh, record.Settings.RefreshToken!.Reveal());
        Assert.Null(record.Notes.Lease);
    }

    [Fact]
    public async Task A_wrong_client_secret_costs_nothing_once_it_is_corrected()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { ClientSecret = "wrong-canary" });

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.CallAsync());
        Assert.Contains("amocrm_client_secret", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm_redirect_uri have to be those of the integration that was authorised, the last one to the letter", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await bench.RecordAsync()).AuthorizationState);

        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair));
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
    }

    [Fact]
    public async Task Without_a_host_to_ask_the_words_of_the_refusal_tell_a_wrong_client_from_a_dead_token()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { ClientSecret = "wrong", AccessToken = null });
        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.CallAsync());

        bench.Server.Revoke(bench.Pair.Refresh);
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { AccessToken = null });
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        Assert.Empty(bench.Server.SearchedOn);
    }

    [Theory]
    [InlineData(400, "Token has been revoked", null, typeof(AmoCrmReauthorizationRequiredException), "amocrm login")]
    [InlineData(401, null, 101, typeof(AmoCrmConfigurationException), "amocrm_subdomain")]
    [InlineData(401, "Incorrect client", null, typeof(AmoCrmConfigurationException), "amocrm_client_secret")]
    [InlineData(400, "Check the `redirect_uri` parameter", null, typeof(AmoCrmConfigurationException), "amocrm_redirect_uri")]
    [InlineData(401, null, null, typeof(AmoCrmReauthorizationRequiredException), "amocrm login")]
    [InlineData(404, null, null, typeof(AmoCrmConfigurationException), "amocrm_subdomain")]
    [InlineData(300, null, null, typeof(AmoCrmConfigurationException), "amocrm_subdomain")]
    [InlineData(302, null, null, typeof(AmoCrmConfigurationException), "amocrm_subdomain")]
    [InlineData(399, null, null, typeof(AmoCrmConfigurationException), "amocrm_subdomain")]
    public async Task Where_amoCRM_cannot_be_asked_its_words_count(int status, string? hint, int? code, Type type, string said)
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { AccessToken = null });
        bench.Server.BeforeRefresh = (_, _) =>
            Task.FromResult<HttpResponseMessage?>(TokenServer.Json(status, $$"""{"hint":"{{hint}}","detail":"{{(code is null ? string.Empty : $"error code: {code}")}}","error_code":"{{code}}"}"""));
        var exception = await Assert.ThrowsAnyAsync<AmoCrmException>(() => bench.CallAsync());
        Assert.IsType(type, exception);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_question_gets_no_turn_its_words_count_too()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        StubLimiter? limiter = null;
        limiter = new StubLimiter(cancellationToken => limiter!.Keys[^1].Host == TokenServer.ApiHost ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask);
        await using var client = bench.MakeClient(options => options.RateLimiter = limiter);
        bench.Server.Revoke(bench.Pair.Refresh);

        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.PassTimeAsync(bench.CallAsync(client), TimeSpan.FromMilliseconds(100)));

        Assert.Contains(new(TokenServer.ApiHost, null), limiter.Keys);
        Assert.Empty(bench.Server.SearchedOn);
    }

    [Theory]
    [InlineData(429, "{}", typeof(AmoCrmRateLimitedException))]
    [InlineData(402, "{}", typeof(AmoCrmPaymentRequiredException))]
    [InlineData(403, "<html>", typeof(AmoCrmBlockedException))]
    [InlineData(403, "{}", typeof(AmoCrmForbiddenException))]
    public async Task A_refusal_that_is_not_about_the_token_leaves_it_as_good_as_it_was(int status, string body, Type type)
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeRefresh = (_, _) => Task.FromResult<HttpResponseMessage?>(TokenServer.Json(status, body, body[0] == '<' ? "text/html" : "application/json"));

        var exception = await Assert.ThrowsAnyAsync<AmoCrmApiException>(() => bench.CallAsync());
        Assert.IsType(type, exception);
        Assert.Null((await bench.RecordAsync()).Notes.Spending);

        // After a block page nothing is sent for a while.
        bench.Clock.Advance(new AmoCrmRetryOptions().BlockPause);
        bench.Server.BeforeRefresh = null;
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
    }

    [Fact]
    public async Task A_pair_that_somebody_wrote_while_ours_was_refused_is_used()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Revoke(bench.Pair.Refresh);
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Server.Issue()), CancellationToken.None);
            return null;
        };

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Single(bench.Server.Presented);
        Assert.Empty(bench.Events);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
    }

    [Fact]
    public async Task A_renamed_account_is_found_and_its_new_name_kept()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Host = "renamed.kommo.com";

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        Assert.Equal([TokenServer.ApiHost], bench.Server.SearchedOn);
        var settings = (await bench.RecordAsync()).Settings;
        Assert.Equal("renamed.kommo.com", settings.GetHost().Value);
        Assert.Equal([bench.Pair.Refresh, bench.Pair.Refresh], bench.Server.Presented);
    }

    [Fact]
    public async Task An_account_of_another_name_is_found_after_a_401_of_the_API_too()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.Host = "renamed.amocrm.ru";
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        var settings = (await bench.RecordAsync()).Settings;
        Assert.Equal(("renamed", null), (settings.Subdomain, settings.Domain));
    }

    [Fact]
    public async Task A_host_that_knows_no_tokens_is_named_when_nobody_can_say_where_the_account_is()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(("opaque", bench.Pair.Refresh)) with { AccessToken = null, Subdomain = "misspelt" });

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.CallAsync());

        Assert.Contains("misspelt.amocrm.ru", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm_subdomain", exception.Message, StringComparison.Ordinal);
        Assert.Contains("is not spent", exception.Message, StringComparison.Ordinal);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await bench.RecordAsync()).AuthorizationState);
    }
}
