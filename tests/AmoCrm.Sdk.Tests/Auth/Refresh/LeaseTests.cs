using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

public sealed class LeaseTests
{
    [Fact]
    public async Task The_refresh_token_is_noted_under_a_lease_before_it_is_sent()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        AmoCrmTokenRecord? during = null;
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            during = await bench.RecordAsync();
            return null;
        };

        await bench.CallAsync();

        Assert.Equal(bench.Clock.GetUtcNow() + TimeSpan.FromSeconds(45), during!.Notes.Lease!.Until);
        Assert.Equal(during.Notes.Lease.Owner, during.Notes.Spending!.Owner);
        Assert.Equal(AmoCrmSpendingState.Pending, during.Notes.Spending.State);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, during.AuthorizationState);
        Assert.DoesNotContain("canary", during.Notes.Spending.Fingerprint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_process_rotates_meanwhile_is_waited_for_and_used()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(45));

        var call = bench.CallAsync();
        await bench.UntilAsync(() => bench.Logs.GetSnapshot().Any(log => log.Id.Id == 21));
        Assert.False(call.IsCompleted);
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Server.Issue()), CancellationToken.None);

        Assert.Equal(200, (await bench.PassTimeAsync(call, TimeSpan.FromMilliseconds(100))).StatusCode);
        Assert.Empty(bench.Server.Presented);
    }

    [Fact]
    public async Task A_lease_whose_holder_died_before_it_spent_anything_is_taken_over_when_it_has_ended()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(45));
        var started = bench.Clock.GetUtcNow();

        Assert.Equal(200, (await bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1))).StatusCode);

        Assert.True(bench.Clock.GetUtcNow() - started >= TimeSpan.FromSeconds(45));
        Assert.Equal([AmoCrmAuthorizationState.Authorized], bench.Events);
    }

    [Fact]
    public async Task A_lease_of_a_clock_that_was_set_back_since_does_not_hold_for_years()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromDays(1500));
        var started = bench.Clock.GetUtcNow();

        Assert.Equal(200, (await bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1))).StatusCode);
        Assert.True(bench.Clock.GetUtcNow() - started >= TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task A_store_that_does_not_show_what_it_took_is_named_and_nothing_is_sent()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Store.Forgets = true;
        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1)));
        Assert.Contains(nameof(StoreProbe), exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Presented);
    }

    [Fact]
    public async Task A_holder_that_died_while_it_spent_the_token_is_signalled_and_the_token_gets_one_attempt()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(45), attempts: 1);

        Assert.Equal(200, (await bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1))).StatusCode);

        Assert.Equal([AmoCrmAuthorizationState.OutcomeUnknown, AmoCrmAuthorizationState.Authorized], bench.Events);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_holder_that_died_while_it_spent_the_token_is_signalled_while_the_access_token_lives()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromMinutes(20));
        await bench.HoldAsync(TimeSpan.FromSeconds(-1), attempts: 1);

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        await bench.UntilAsync(() => bench.Events.Count > 0);

        Assert.Equal([AmoCrmAuthorizationState.OutcomeUnknown], bench.Events);
        Assert.Empty(bench.Server.Presented);
    }

    [Fact]
    public async Task One_who_was_thought_dead_and_has_the_new_pair_after_all_wins()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(-1), attempts: 1);

        var call = bench.CallAsync();
        await bench.UntilAsync(() => bench.Events.Count > 0);
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Server.Issue()), CancellationToken.None);

        Assert.Equal(200, (await bench.PassTimeAsync(call, TimeSpan.FromSeconds(1))).StatusCode);
        Assert.Empty(bench.Server.Presented);
    }

    [Fact]
    public async Task A_process_that_is_too_slow_sends_nothing()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Store.BeforeWrite = (number, _) =>
        {
            if (number == 2)
            {
                // Writing the note took this long.
                bench.Clock.Advance(TimeSpan.FromSeconds(15));
            }

            return Task.CompletedTask;
        };

        var exception = await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => bench.CallAsync());

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("TokenRefreshOptions.LeaseDuration", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Server.Presented);
        Assert.Null((await bench.RecordAsync()).Notes.Spending);
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
    }

    [Fact]
    public async Task A_token_call_takes_a_permit_of_the_limiter()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var limiter = new StubLimiter();
        await using var client = bench.MakeClient(options => options.RateLimiter = limiter);
        await bench.CallAsync(client);
        Assert.Equal([new("mycompany.amocrm.ru", "client-id"), new("mycompany.amocrm.ru", "client-id")], limiter.Keys);
    }

    [Fact]
    public async Task A_token_call_that_gets_no_turn_in_a_third_of_the_lease_is_not_sent()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var limiter = new StubLimiter(cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken));
        var refresher = bench.MakeRefresher(options => options.RateLimiter = limiter);
        var started = bench.Clock.GetUtcNow();

        await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => bench.PassTimeAsync(bench.AskAsync(refresher, TimeSpan.Zero), TimeSpan.FromSeconds(1)));

        Assert.True(bench.Clock.GetUtcNow() - started >= TimeSpan.FromSeconds(15));
        Assert.Empty(bench.Server.Presented);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
    }

    [Fact]
    public async Task A_token_that_was_sent_twice_is_not_sent_a_third_time_by_whoever_finds_it()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(-1), attempts: 2);

        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1)));

        Assert.Empty(bench.Server.Presented);
        Assert.Equal((2, AmoCrmSpendingState.Refused), ((await bench.RecordAsync()).Notes.Spending!.Attempts, (await bench.RecordAsync()).Notes.Spending!.State));
    }

    [Fact]
    public async Task What_is_kept_aside_takes_its_place_and_the_lease_is_given_back()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(-1), attempts: 2);
        var kept = bench.Server.Issue();
        await bench.PutAsideAsync(kept);

        Assert.Equal(200, (await bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1))).StatusCode);

        Assert.Equal([kept.Access], bench.Server.ApiTokens);
        Assert.Empty(bench.Server.Presented);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
    }
}
