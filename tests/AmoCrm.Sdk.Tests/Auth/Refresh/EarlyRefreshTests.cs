using AmoCrm.Sdk.Auth;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

public sealed class EarlyRefreshTests
{
    [Fact]
    public async Task A_token_that_lives_long_enough_is_left_alone()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(2));
        await bench.CallAsync();
        Assert.Empty(bench.Server.Presented);
        Assert.Equal([bench.Pair.Access], bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_token_that_is_about_to_end_is_refreshed_while_calls_go_on_with_it()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));

        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        await bench.CallAsync();

        Assert.Equal([bench.Pair.Refresh], bench.Server.Presented);
        Assert.Equal(bench.Pair.Access, bench.Server.ApiTokens[0]);
        Assert.NotEqual(bench.Pair.Access, bench.Server.ApiTokens[1]);
    }

    [Fact]
    public async Task A_token_that_has_ended_is_refreshed_before_the_call()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));

        var response = await bench.CallAsync();

        Assert.Equal(200, response.StatusCode);
        Assert.Equal([bench.Pair.Refresh], bench.Server.Presented);
        var record = await bench.RecordAsync();
        Assert.Equal(record.Settings.AccessToken!.Reveal(), Assert.Single(bench.Server.ApiTokens));
        Assert.True(bench.Server.IsAlive(record.Settings.RefreshToken!.Reveal()));
        Assert.Equal(AmoCrmAuthorizationState.Authorized, record.AuthorizationState);
        Assert.Equal(bench.Clock.GetUtcNow(), record.Notes.RefreshedAt);
        Assert.Null(record.Notes.Lease);
    }

    [Fact]
    public async Task A_missing_access_token_is_fetched_with_the_refresh_token()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(2));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { AccessToken = null });
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_long_lived_token_is_never_refreshed()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { RefreshToken = null });
        Assert.Equal(401, (await bench.CallAsync()).StatusCode);
        Assert.Empty(bench.Server.Presented);
        Assert.Single(bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_token_that_is_no_JWT_relies_on_the_refusal()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(2));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(("opaque-token", bench.Pair.Refresh)));

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        Assert.Equal("opaque-token", bench.Server.ApiTokens[0]);
        Assert.Equal([bench.Pair.Refresh], bench.Server.Presented);
    }

    [Fact]
    public async Task An_early_refresh_that_fails_is_logged_costs_no_call_and_is_not_tried_at_once_again()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));
        bench.Server.Unreachable = 1;

        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Logs.GetSnapshot().Any(log => log.Id.Id == 22));
        await bench.CallAsync();
        Assert.Empty(bench.Server.Presented);
        Assert.Null((await bench.RecordAsync()).Notes.Spending);

        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        Assert.Equal([AmoCrmAuthorizationState.Authorized], bench.Events);
    }

    [Fact]
    public async Task A_client_that_failed_to_refresh_early_has_begun_nothing_else_when_it_is_closed_right_after()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));
        var client = bench.MakeClient();
        bench.Server.Unreachable = 1;

        await bench.CallAsync(client);
        await bench.UntilAsync(() => bench.Told.Contains(22));
        bench.Clock.Advance(TimeSpan.FromSeconds(59));
        await bench.CallAsync(client);
        await client.DisposeAsync();

        Assert.Empty(bench.Server.Presented);
    }

    [Fact]
    public async Task Without_any_token_a_call_says_what_to_do()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { AccessToken = null, RefreshToken = null });

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.CallAsync());

        Assert.All(["'sales'", "amocrm_access_token", "amocrm login"], part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_for_a_refresh_is_named_all_at_once_and_nothing_is_sent()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { ClientId = null, ClientSecret = null, RedirectUri = null });

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.CallAsync());

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm_client_id, amocrm_client_secret, amocrm_redirect_uri", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm_refresh_token to refresh: remove it then", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Presented);
        Assert.Empty(bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_wrong_clock_of_this_machine_is_corrected_by_amoCRMs()
    {
        // This machine is two days ahead: every token seems to have ended.
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(24));
        var ahead = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(bench.Clock.GetUtcNow().AddDays(2));
        await using var client = bench.MakeClient(options => options.TimeProvider = ahead);

        await bench.CallAsync(client);
        await bench.CallAsync(client);
        await bench.CallAsync(client);

        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public void Processes_take_different_moments_of_the_first_half_of_the_window()
    {
        var now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        using var server = new TokenServer(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now));
        AmoCrmSecret token = server.Issue(TimeSpan.FromHours(24)).Access;
        var lives = Enumerable.Range(0, 200).Select(_ => new AccessTokenLife(token, TimeSpan.FromHours(1))).ToList();

        Assert.All(lives, life => Assert.Equal(AccessTokenPhase.Fresh, life.PhaseAt(now.AddHours(23).AddSeconds(-1))));
        Assert.All(lives, life => Assert.Equal(AccessTokenPhase.Due, life.PhaseAt(now.AddHours(23.5))));
        Assert.InRange(lives.Count(life => life.PhaseAt(now.AddHours(23.25)) == AccessTokenPhase.Due), 40, 160);
        Assert.All(lives, life => Assert.Equal(AccessTokenPhase.Ended, life.PhaseAt(now.AddHours(24).AddSeconds(-10))));
    }

    [Fact]
    public void The_window_of_a_short_lived_token_is_a_quarter_of_its_life()
    {
        const string Token = "e30.eyJpYXQiOjAsImV4cCI6NDAwfQ.s"; // {"iat":0,"exp":400}
        var life = new AccessTokenLife(Token, TimeSpan.FromHours(1));
        Assert.Equal(AccessTokenPhase.Fresh, life.PhaseAt(DateTimeOffset.FromUnixTimeSeconds(299)));
        Assert.Equal(AccessTokenPhase.Due, life.PhaseAt(DateTimeOffset.FromUnixTimeSeconds(350)));
    }
}
