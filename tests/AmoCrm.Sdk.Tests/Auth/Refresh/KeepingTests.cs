using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Refresh;

/// <summary>From the answer on one process alone knows the new pair: whatever happens to the store, it must get there.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task A_store_that_fails_after_the_answer_gets_the_pair_as_soon_as_it_is_back()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var isDown = false;
        var attempts = 0;
        bench.Server.AfterRefresh = answer =>
        {
            isDown = true;
            return answer;
        };
        bench.Store.BeforeRead = () => ThrowIf(isDown);
        bench.Store.BeforeWrite = (number, _) => Task.Run(() =>
        {
            attempts = number;
            ThrowIf(isDown);
        });

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => bench.CallAsync());
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("kept in memory", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Do not stop this process", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => bench.CallAsync());
        Assert.Empty(bench.Server.ApiTokens);

        // More than one attempt fails: it is told once.
        await bench.PassTimeUntilAsync(() => attempts > 4, TimeSpan.FromSeconds(1));
        isDown = false;
        await bench.PassTimeUntilAsync(() => bench.Events.Count > 0, TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await bench.CallAsync()).StatusCode);
        Assert.Single(bench.Server.Presented);
        Assert.Equal([25, 32, 20], bench.Told);
    }

    [Fact]
    public async Task A_pair_that_somebody_wrote_meanwhile_is_used_and_ours_is_kept_aside()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var theirs = bench.Server.Issue();
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(theirs), CancellationToken.None);
            return null;
        };

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        Assert.Equal([theirs.Access], bench.Server.ApiTokens);
        var record = await bench.RecordAsync();
        Assert.Equal(theirs.Refresh, record.Settings.RefreshToken!.Reveal());
        Assert.True(bench.Server.IsAlive(Assert.Single(record.Notes.Aside).RefreshToken!.Reveal()));
        Assert.Null(record.Notes.Lease);
        Assert.Null(record.Notes.Spending);
        Assert.Equal([26], bench.Told);
    }

    [Fact]
    public async Task What_was_kept_aside_takes_the_place_of_a_pair_that_is_refused()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var theirs = bench.Server.Issue(TimeSpan.FromHours(2));
        bench.Server.BeforeRefresh = async (_, _) =>
        {
            await bench.Store.SaveAsync(RefreshBench.Agent, RefreshBench.Settings(theirs), CancellationToken.None);
            return null;
        };
        await bench.CallAsync();
        bench.Server.BeforeRefresh = null;
        bench.Server.Revoke(theirs.Access);
        bench.Server.Revoke(theirs.Refresh);

        Assert.Equal(200, (await bench.CallAsync()).StatusCode);

        var record = await bench.RecordAsync();
        Assert.Empty(record.Notes.Aside);
        Assert.True(bench.Server.IsAlive(record.Settings.RefreshToken!.Reveal()));
        Assert.Contains(27, bench.Told);
        Assert.DoesNotContain(AmoCrmAuthorizationState.ReauthorizationRequired, bench.Events);
    }

    [Fact]
    public async Task What_was_kept_aside_of_another_account_never_takes_the_place_of_this_ones()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var otherAccount = bench.Server.Issue(account: 2);
        await bench.PutAsideAsync(otherAccount);
        bench.Server.Revoke(bench.Pair.Refresh);

        await Assert.ThrowsAsync<AmoCrmReauthorizationRequiredException>(() => bench.CallAsync());
        Assert.Single((await bench.RecordAsync()).Notes.Aside);
        Assert.DoesNotContain(otherAccount.Refresh, bench.Server.Presented);
    }

    [Fact]
    public async Task A_store_that_denies_what_it_has_written_is_read_and_believed()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Store.Answer = _ => false;
        Assert.Equal(200, (await bench.PassTimeAsync(bench.CallAsync(), TimeSpan.FromSeconds(1))).StatusCode);
        Assert.Single(bench.Server.Presented);
    }

    [Fact]
    public async Task Nobody_uses_the_new_pair_before_it_is_in_the_store()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        int? callsBefore = null;
        bench.Store.BeforeWrite = (_, updated) =>
        {
            if (updated.Settings.RefreshToken!.Reveal() != bench.Pair.Refresh)
            {
                callsBefore ??= bench.Server.ApiTokens.Count;
            }

            return Task.CompletedTask;
        };
        await bench.CallAsync();
        Assert.Equal(0, callsBefore);
        Assert.Single(bench.Server.ApiTokens);
    }

    [Fact]
    public async Task A_new_access_token_is_kept_though_the_refresh_token_stayed_the_same()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        var access = string.Empty;
        bench.Server.BeforeRefresh = (_, _) =>
        {
            access = bench.Server.Issue().Access;
            return Task.FromResult<HttpResponseMessage?>(TokenServer.Json(200, $$"""{"access_token":"{{access}}","refresh_token":"{{bench.Pair.Refresh}}"}"""));
        };
        var refresher = bench.MakeRefresher();

        Assert.Equal(AmoCrmTokenRefreshResult.Refreshed, await bench.AskAsync(refresher, TimeSpan.Zero).WithPatience());
        Assert.Equal(access, (await bench.RecordAsync()).Settings.AccessToken!.Reveal());

        // The third writing is that of the pair: somebody is faster, and the pair before it looks like the new one by its refresh token.
        bench.Store.BeforeWrite = (number, _) => number == 3 ? bench.ChangeAsync() : Task.CompletedTask;
        Assert.Equal(AmoCrmTokenRefreshResult.Refreshed, await bench.AskAsync(refresher, TimeSpan.Zero).WithPatience());
        Assert.Equal(access, (await bench.RecordAsync()).Settings.AccessToken!.Reveal());
    }

    [Fact]
    public async Task One_that_is_denied_once_is_kept_too()
    {
        using var bench = await new RefreshBench().WithPairAsync(TimeSpan.FromSeconds(-1));
        bench.Server.BeforeRefresh = (_, _) => Task.FromResult<HttpResponseMessage?>(
            TokenServer.Json(200, $$"""{"access_token":"{{bench.Server.Issue().Access}}","refresh_token":"{{bench.Pair.Refresh}}"}"""));
        bench.Store.BeforeWrite = (number, _) => number == 3 ? bench.ChangeAsync() : Task.CompletedTask;

        Assert.Equal(200, (await bench.CallAsync().WithPatience()).StatusCode);
        Assert.NotEqual(bench.Pair.Access, Assert.Single(bench.Server.ApiTokens));
        Assert.Equal([20], bench.Told);
    }

    private static void ThrowIf(bool isDown)
    {
        if (isDown)
        {
            throw new AmoCrmSettingsStoreException("The store is down.");
        }
    }
}
