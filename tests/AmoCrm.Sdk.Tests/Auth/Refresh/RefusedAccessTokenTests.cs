using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

public sealed class RefusedAccessTokenTests
{
    [Fact]
    public async Task A_refused_token_is_refreshed_and_the_call_sent_once_more()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.Revoke(bench.Pair.Access);

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        Assert.Equal([bench.Pair.Refresh], bench.Server.Presented);
        Assert.Equal(2, bench.Server.ApiTokens.Count);
    }

    [Fact]
    public async Task Another_token_that_is_there_already_is_used_instead()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.Revoke(bench.Pair.Access);
        var theirs = bench.Server.Issue();
        bench.Server.BeforeApi = async () =>
        {
            bench.Server.BeforeApi = null;
            await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(theirs), CancellationToken.None);
            return null;
        };

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        Assert.Empty(bench.Server.Presented);
        Assert.Equal([bench.Pair.Access, theirs.Access], bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_new_token_that_is_refused_too_does_not_burn_one_refresh_token_after_the_other()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.BeforeApi = Refuse;

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, (await bench.CallAsync()).StatusCode);
        }

        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_refusal_of_another_user_refreshes_nothing_while_the_token_lives()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.BeforeApi = Refuse;
        Assert.Equal(401, (await bench.CallAsync(asUser: 99)).StatusCode);
        Assert.Empty(bench.Server.Presented);
        Assert.Single(bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_refusal_of_another_user_tells_what_time_it_is_and_with_it_that_the_token_has_ended()
    {
        // By this machine's clock it has two days left.
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var behind = new FakeTimeProvider(bench.Clock.GetUtcNow().AddDays(-2));
        await using var client = bench.MakeClient(options => options.TimeProvider = behind);

        Assert.Equal(200, (await bench.CallAsync(client, asUser: 99)).StatusCode);
        Assert.Single(bench.Server.Presented);
    }

    [Theory]
    [InlineData(110)]
    [InlineData(111)]
    [InlineData(112)]
    public async Task A_refusal_that_no_other_token_helps_against_refreshes_nothing(int code)
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.BeforeApi = () => Task.FromResult<HttpResponseMessage?>(TokenServer.Json(401, $$"""{"error_code":{{code}}}"""));
        Assert.Equal(401, (await bench.CallAsync()).StatusCode);
        Assert.Empty(bench.Server.Presented);
        Assert.Single(bench.Server.ApiTokens);
    }

    [Fact]
    public void A_refusal_is_that_of_a_token()
    {
        Assert.Throws<ArgumentNullException>("token", static () => new AccessTokenRefusal("sales", null!, new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"), new AmoCrmResponse(401)));
    }

    [Fact]
    public async Task The_previous_pair_is_kept_until_the_new_one_has_worked()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var isBroken = true;
        bench.Server.BeforeApi = () => Task.FromResult(isBroken ? TokenServer.Json(500, "{}") : null);

        await bench.CallAsync();
        var previous = (await bench.RecordAsync()).Notes.Previous;
        Assert.Equal(bench.Pair.Refresh, previous!.RefreshToken!.Reveal());
        Assert.Equal(bench.Pair.Access, previous.AccessToken!.Reveal());

        isBroken = false;
        await bench.CallAsync();
        await bench.UntilAsync(async () => (await bench.RecordAsync()).Notes.Previous is null);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await bench.RecordAsync()).AuthorizationState);
    }

    private static Task<HttpResponseMessage?> Refuse() => Task.FromResult<HttpResponseMessage?>(TokenServer.Json(401, "{}"));
}
