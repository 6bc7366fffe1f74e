namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>amoCRM gave a new pair and its answer never came: the one way in which a refresh token can be lost.</summary>
public sealed class LostAnswerTests
{
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
    public async Task Once_it_has_ended_one_attempt_is_made_and_then_a_person_has_to_authorise_again()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromMinutes(20));
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        bench.Clock.Advance(TimeSpan.FromMinutes(20));

        var exception = await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm login", exception.Message, StringComparison.Ordinal);
        Assert.Equal([bench.Pair.Refresh, bench.Pair.Refresh], bench.Server.Presented);
        Assert.Equal([AmoCrmAuthorizationState.OutcomeUnknown, AmoCrmAuthorizationState.ReauthorizationRequired], bench.Events);
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
    public async Task A_call_whose_token_has_ended_says_what_happened_and_the_next_one_tries_once_more_and_never_again()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeRefresh = (_, _) => throw new IOException("Connection reset.");

        var first = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        Assert.Contains("answer was lost", first.Message, StringComparison.Ordinal);
        Assert.Equal(2, bench.Server.Presented.Count);
        Assert.Empty(bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_token_that_was_refused_gets_the_one_attempt_though_it_says_that_it_lives()
    {
        using var bench = await LostAsync(new RefreshBench(), TimeSpan.FromMinutes(20));
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        bench.Server.Revoke(bench.Pair.Access);

        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        Assert.Equal(2, bench.Server.Presented.Count);
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
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.AfterRefresh = _ => TokenServer.Json(status, body, type);

        var exception = await Assert.ThrowsAsync<AmoCrmNetworkException>(() => bench.CallAsync());

        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(AmoCrmAuthorizationState.OutcomeUnknown, (await bench.RecordAsync()).AuthorizationState);
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
        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        await bench.WithPairAsync(TimeSpan.FromHours(20));

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await bench.RecordAsync()).AuthorizationState);
    }

    /// <summary>The server rotates, and the first answer is lost on its way back.</summary>
    private static async Task<RefreshBench> LostAsync(RefreshBench bench, TimeSpan accessLife)
    {
        await bench.WithPairAsync(accessLife);
        bench.Server.AfterRefresh = _ =>
        {
            bench.Server.AfterRefresh = null;
            throw new IOException("Connection reset.");
        };
        return bench;
    }
}
