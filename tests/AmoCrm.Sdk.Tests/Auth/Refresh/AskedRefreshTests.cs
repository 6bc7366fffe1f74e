namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>A refresh that somebody asks for, rather than a call that needs a token.</summary>
public sealed class AskedRefreshTests
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(2);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task An_agent_has_a_name(string? agentId)
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero, agentId));
    }

    [Fact]
    public async Task One_who_gave_up_before_refreshes_nothing()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Empty(bench.Server.Presented);
    }

    [Fact]
    public async Task Without_an_age_a_pair_is_refreshed_however_young_it_is()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(24));
        var refresher = bench.MakeRefresher();

        Assert.Equal(AmoCrmTokenRefreshResult.Refreshed, await bench.AskAsync(refresher, TimeSpan.Zero));
        Assert.Equal(AmoCrmTokenRefreshResult.Refreshed, await bench.AskAsync(refresher, TimeSpan.Zero));

        Assert.Equal(2, bench.Server.Presented.Count);
    }

    [Fact]
    public async Task A_pair_is_refreshed_once_it_is_as_old_as_that()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(24));
        var refresher = bench.MakeRefresher();
        await bench.AskAsync(refresher, TimeSpan.Zero);

        bench.Clock.Advance(Age - TimeSpan.FromSeconds(1));
        Assert.Equal(AmoCrmTokenRefreshResult.RefreshedByAnother, await bench.AskAsync(refresher, Age));
        Assert.Single(bench.Server.Presented);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AmoCrmTokenRefreshResult.Refreshed, await bench.AskAsync(refresher, Age));
        Assert.Equal(2, bench.Server.Presented.Count);
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(5, null, true)]
    [InlineData(0, 5, false)]
    [InlineData(5, 0, false)]
    [InlineData(5, 4, true)]
    public async Task Its_age_is_that_of_the_newer_of_our_note_and_the_token(int tokenDays, int? noteDays, bool isOld)
    {
        using var bench = new RefreshBench();
        var now = bench.Clock.GetUtcNow();
        await bench.WithPairAsync(TimeSpan.FromDays(1 - tokenDays));
        await bench.ChangeAsync(record => record with { Notes = record.Notes with { RefreshedAt = noteDays is { } days ? now.AddDays(-days) : null } });

        await bench.AskAsync(bench.MakeRefresher(), Age);

        Assert.Equal(isOld ? 1 : 0, bench.Server.Presented.Count);
    }

    [Fact]
    public async Task A_pair_of_which_nobody_knows_the_age_is_old()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(24));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(("opaque", bench.Pair.Refresh)));
        Assert.Equal(AmoCrmTokenRefreshResult.Refreshed, await bench.AskAsync(bench.MakeRefresher(), Age));
    }

    [Fact]
    public async Task What_another_process_refreshes_meanwhile_is_not_refreshed_again()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(24));
        await bench.HoldAsync(TimeSpan.FromSeconds(45));

        var refresh = bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero);
        await bench.UntilAsync(() => bench.Told.Contains(21));
        await bench.WithPairAsync(TimeSpan.FromHours(24));

        Assert.Equal(AmoCrmTokenRefreshResult.RefreshedByAnother, await bench.PassTimeAsync(refresh, TimeSpan.FromMilliseconds(100)));
        Assert.Empty(bench.Server.Presented);
    }

    [Fact]
    public async Task Two_who_ask_at_once_have_refreshed_it_together()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(24));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await gate.Task;
            return null;
        };

        var first = bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero);
        var second = bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero);
        gate.SetResult();

        Assert.Equal([AmoCrmTokenRefreshResult.Refreshed, AmoCrmTokenRefreshResult.Refreshed], await Task.WhenAll(first, second));
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_pair_that_is_young_enough_for_one_does_not_do_for_another_to_whom_it_was_refused()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isWaiting = true;
        var refresher = bench.MakeRefresher(options => options.TokenRefreshProbe = async _ =>
        {
            if (isWaiting)
            {
                await gate.Task;
            }
        });
        bench.Server.Revoke(bench.Pair.Access);

        var asked = bench.AskAsync(refresher, Age);
        var call = bench.CallAsync();
        await bench.UntilAsync(() => bench.Server.ApiTokens.Count > 0);
        isWaiting = false;
        gate.SetResult();

        Assert.Equal(AmoCrmTokenRefreshResult.RefreshedByAnother, await asked);
        Assert.Equal(200, (await call).StatusCode);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_lost_answer_keeps_the_pair_that_is_there_while_its_access_token_lives()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        bench.Server.AfterRefresh = static _ => throw new IOException("Connection reset.");
        var refresher = bench.MakeRefresher();

        Assert.Equal(AmoCrmTokenRefreshResult.KeptCurrent, await bench.AskAsync(refresher, TimeSpan.Zero));
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
        Assert.Equal(AmoCrmTokenRefreshResult.KeptCurrent, await bench.AskAsync(refresher, TimeSpan.Zero));
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task So_does_one_that_a_process_took_with_it_and_nobody_has_to_wait_for_a_lease_then()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        await bench.HoldAsync(TimeSpan.FromSeconds(-1), attempts: 1);

        Assert.Equal(AmoCrmTokenRefreshResult.KeptCurrent, await bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero));

        Assert.Null((await bench.RecordAsync()).Notes.Lease);
        Assert.Equal([AmoCrmAuthorizationState.OutcomeUnknown], bench.Events);
    }

    [Fact]
    public async Task One_that_a_process_took_with_it_is_made_up_for_when_the_access_token_has_ended()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(-1), attempts: 1);
        var refresh = bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero);
        Assert.Equal(AmoCrmTokenRefreshResult.Refreshed, await bench.PassTimeAsync(refresh, TimeSpan.FromMilliseconds(250)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_refresh_token_it_says_what_to_do(string? refreshToken)
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromHours(20));
        await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Pair) with { RefreshToken = refreshToken });

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.AskAsync(bench.MakeRefresher(), TimeSpan.Zero));

        Assert.All(["'sales'", "amocrm_refresh_token", "amocrm login"], part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
        Assert.Empty(bench.Server.Presented);
    }
}
