using AmoCrm.Sdk.Auth.Refresh;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>Somebody else writes the record while a refresh is under way: the first writing takes the lease, the second notes that the token is about to be spent.</summary>
public sealed class InterferenceTests
{
    private const int Note = 2;
    private const int Outcome = 3;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pair_that_appears_beside_the_note_is_used_and_none_is_spent(bool isBefore)
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var theirs = bench.Server.Issue();
        At(bench, Note, isBefore, () => bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(theirs), CancellationToken.None));

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        Assert.Empty(bench.Server.Presented);
        Assert.Equal([theirs.Access], bench.Server.ApiTokens);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
    }

    [Fact]
    public async Task A_pair_that_appears_beside_a_note_about_a_dead_process_is_used()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        await bench.HoldAsync(TimeSpan.FromSeconds(-1), attempts: 1);
        var theirs = bench.Server.Issue();
        At(bench, Note, isBefore: true, () => bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(theirs), CancellationToken.None));

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        Assert.Empty(bench.Server.Presented);
        Assert.Empty(bench.Events);
        Assert.Null((await bench.RecordAsync()).Notes.Lease);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_note_is_there()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        At(bench, Note, isBefore: true, () => bench.ChangeAsync());
        AmoCrmTokenRecord? during = null;
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            during = await bench.RecordAsync();
            return null;
        };

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        Assert.Equal(AmoCrmSpendingState.Pending, during!.Notes.Spending!.State);
        Assert.Equal(during.Notes.Lease!.Owner, during.Notes.Spending.Owner);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_lease_that_is_lost_before_the_token_is_sent_costs_nothing()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        At(bench, Note, isBefore: false, () => bench.ChangeAsync(static record => record with { Notes = record.Notes with { Lease = null } }));

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        Assert.Equal([AmoCrmAuthorizationState.Authorized], bench.Events);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task A_lease_that_ends_while_it_is_taken_is_taken_anew()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var isSlow = true;
        await using var client = bench.MakeClient(options => options.TokenRefreshProbe = point =>
        {
            if (isSlow && point == TokenRefreshPoint.LeaseTaken)
            {
                isSlow = false;
                bench.Clock.Advance(options.TokenRefresh.LeaseDuration);
            }

            return default;
        });

        Assert.Equal(200, (await bench.PassTimeAsync(bench.CallAsync(client), TimeSpan.FromMilliseconds(50))).StatusCode);
        Assert.False(isSlow);
    }

    [Fact]
    public async Task Others_who_are_always_faster_only_delay_it()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Store.BeforeWrite = (number, _) => number <= 25 ? bench.ChangeAsync() : Task.CompletedTask;

        Assert.Equal(200, (await bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromMilliseconds(50))).StatusCode);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task That_a_token_is_dead_is_noted_though_somebody_writes_beside_it()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Revoke(bench.Pair.Refresh);
        At(bench, Outcome, isBefore: true, () => bench.ChangeAsync());

        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());

        Assert.Equal(AmoCrmAuthorizationState.ReauthorizationRequired, (await bench.RecordAsync()).AuthorizationState);
        Assert.Equal([AmoCrmAuthorizationState.ReauthorizationRequired], bench.Events);
    }

    [Fact]
    public async Task A_store_that_never_takes_it_is_named()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Revoke(bench.Pair.Refresh);
        DenyOutcomes(bench, upTo: 60);

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => bench.CallAsync());

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(StoreProbe), exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Events);
    }

    [Fact]
    public async Task A_note_that_cannot_be_taken_back_stays_on_the_safe_side()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeRefresh = static (_, _) => Task.FromResult<HttpResponseMessage?>(TokenServer.Json(429, "{}"));
        DenyOutcomes(bench, upTo: 60);

        await Assert.ThrowsAsync<AmoCrmRateLimitedException>(() => bench.CallAsync());

        Assert.Equal(AmoCrmSpendingState.Pending, (await bench.RecordAsync()).Notes.Spending!.State);
    }

    [Fact]
    public async Task A_new_name_that_cannot_be_written_is_asked_for_again()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Host = "renamed.amocrm.ru";
        DenyOutcomes(bench, upTo: 22);

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        Assert.Single(bench.Told, 28);
        Assert.Equal(3, bench.Server.Presented.Count);
        Assert.Equal("renamed", (await bench.RecordAsync()).Settings.Subdomain);
    }

    [Fact]
    public async Task A_new_name_that_was_written_and_denied_is_believed()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Host = "renamed.amocrm.ru";
        var writes = 0;
        bench.Store.Answer = isWritten => ++writes != Outcome && isWritten;

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        Assert.Single(bench.Told, 28);
        Assert.Equal(2, bench.Server.Presented.Count);
    }

    [Fact]
    public async Task What_a_person_has_authorised_meanwhile_is_not_renamed()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.Host = "renamed.amocrm.ru";
        var theirs = bench.Server.Issue();
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await bench.ChangeAsync(record => record with
            {
                Settings = RefreshBench.Settings(theirs) with { Subdomain = "renamed.amocrm.ru" },
                Notes = record.Notes with { Lease = null, Spending = null },
            });
            return null;
        };

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        Assert.DoesNotContain(28, bench.Told);
        Assert.Equal("renamed.amocrm.ru", (await bench.RecordAsync()).Settings.Subdomain);
        Assert.Equal([theirs.Access], bench.Server.ApiTokens);
    }

    [Fact]
    public async Task One_who_has_written_another_pair_and_refreshes_it_already_keeps_the_lease_and_the_note()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var theirs = RefreshBench.Settings(bench.Server.Issue());
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await bench.ChangeAsync(record => record with { Settings = theirs });
            await bench.HoldAsync(TimeSpan.FromSeconds(45), attempts: 1);
            return null;
        };

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);

        var notes = (await bench.RecordAsync()).Notes;
        Assert.Equal(("other", "other"), (notes.Lease!.Owner, notes.Spending!.Owner));
        Assert.True(bench.Server.IsAlive(Assert.Single(notes.Aside).RefreshToken!.Reveal()));
    }

    [Fact]
    public async Task The_pair_before_is_kept_when_another_one_was_written_before_ours_had_worked()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var proof = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var client = bench.MakeClient(options => options.TokenRefreshProbe = point =>
        {
            if (point == TokenRefreshPoint.ProofNoted)
            {
                proof.SetResult();
            }

            return default;
        });
        bench.Server.BeforeApi = async () =>
        {
            await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(bench.Server.Issue()), CancellationToken.None);
            return null;
        };

        await bench.CallAsync(client);
        await proof.Task.WithPatience();

        Assert.Equal(bench.Pair.Refresh, (await bench.RecordAsync()).Notes.Previous!.RefreshToken!.Reveal());
    }

    private static void At(RefreshBench bench, int write, bool isBefore, Func<Task> happens)
    {
        if (isBefore)
        {
            bench.Store.BeforeWrite = (number, _) => number == write ? happens() : Task.CompletedTask;
        }
        else
        {
            bench.Store.AfterWrite = number => number == write ? happens() : Task.CompletedTask;
        }
    }

    /// <summary>Somebody is faster each time that something is written after the token was sent; up to a number, so that a refresh that never gave up would fail and not hang.</summary>
    private static void DenyOutcomes(RefreshBench bench, int upTo) =>
        bench.Store.BeforeWrite = (number, _) => number >= Outcome && number <= upTo ? bench.ChangeAsync() : Task.CompletedTask;
}
