using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

/// <summary>From the answer on one process alone knows the pair; and what is in the store already may be in use.</summary>
public sealed class TokensOfAnAuthorizationTests
{
    private static readonly DateTimeOffset Earlier = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly AmoCrmSettings Old = AuthorizationBench.Keys with
    {
        Subdomain = "MyCompany.amocrm.ru",
        AccessToken = "old-access-canary",
        RefreshToken = "old-refresh-canary",
    };

    [Fact]
    public async Task The_pair_takes_the_place_of_the_one_before_and_of_what_was_noted_about_it()
    {
        using var bench = new AuthorizationBench();
        await NoteAsync(bench, Old);

        await bench.Authorizer.CompleteAsync(await bench.RedirectAsync());

        var record = await bench.RecordAsync();
        Assert.Equal("refresh-canary-1", record.Settings.RefreshToken!.Reveal());
        Assert.Equal("MyCompany.amocrm.ru", record.Settings.Subdomain);
        Assert.Equal(("old-access-canary", "old-refresh-canary"), (record.Notes.Previous!.AccessToken!.Reveal(), record.Notes.Previous.RefreshToken!.Reveal()));
        Assert.Equal(AmoCrmAuthorizationState.Authorized, record.AuthorizationState);
        Assert.Null(record.Notes.Lease);
        Assert.Null(record.Notes.Spending);
        Assert.Equal("aside-refresh", Assert.Single(record.Notes.Aside).RefreshToken!.Reveal());
    }

    [Fact]
    public async Task What_was_kept_aside_for_another_account_is_not_kept()
    {
        using var bench = new AuthorizationBench();
        await NoteAsync(bench, Old);
        await bench.Authorizer.CompleteAsync(await bench.RedirectAsync("other.kommo.com"));
        var record = await bench.RecordAsync();
        Assert.Empty(record.Notes.Aside);
        Assert.Equal("other.kommo.com", record.Settings.GetHost().Value);
    }

    [Fact]
    public async Task Half_a_pair_before_is_kept_as_well()
    {
        using var bench = new AuthorizationBench();
        bench.Save(Old with { AccessToken = null });
        await bench.Authorizer.CompleteAsync(await bench.RedirectAsync());
        var previous = (await bench.RecordAsync()).Notes.Previous!;
        Assert.Equal((null, "old-refresh-canary"), (previous.AccessToken?.Reveal(), previous.RefreshToken!.Reveal()));
    }

    [Fact]
    public async Task A_first_token_that_is_refused_is_refreshed_at_once()
    {
        using var bench = new AuthorizationBench(new StubHttpHandler()
            .Answers(200, AuthorizationBench.Tokens).Answers(401, "{}").Answers(200, """{"access_token":"access-canary-2","refresh_token":"refresh-canary-2"}""").Answers(200, """{"id":7}"""));
        await bench.Authorizer.CompleteAsync(await bench.RedirectAsync());
        bench.Options.AgentId = AuthorizationBench.Agent;
        await using var client = new AmoCrmClient(bench.Options);

        Assert.Equal(200, (await client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"))).StatusCode);

        Assert.Equal("Bearer access-canary-2", bench.Http.Sent[^1].Headers["Authorization"]);
    }

    [Fact]
    public async Task The_pair_before_is_forgotten_once_the_new_one_has_worked()
    {
        using var bench = new AuthorizationBench();
        bench.Save(Old);
        await bench.Authorizer.CompleteAsync(await bench.RedirectAsync());
        bench.Options.AgentId = AuthorizationBench.Agent;
        await using var client = new AmoCrmClient(bench.Options);

        await client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));

        using var giveUp = new CancellationTokenSource(Patience.Limit);
        while ((await bench.RecordAsync()).Notes.Previous is not null)
        {
            await Task.Delay(1, giveUp.Token);
        }
    }

    [Fact]
    public async Task Somebody_who_writes_meanwhile_is_overtaken()
    {
        using var bench = new AuthorizationBench();
        bench.Save(Old);
        bench.Store.BeforeWrite = async (number, _) =>
        {
            if (number <= 2)
            {
                await bench.Store.SaveAsync(AuthorizationBench.Agent, Old with { RefreshToken = $"theirs-{number}" }, CancellationToken.None);
            }
        };

        var authorization = bench.Authorizer.CompleteAsync(await bench.RedirectAsync());
        await bench.PassTimeAsync(authorization, TimeSpan.FromMilliseconds(100));

        Assert.Equal("mycompany.amocrm.ru", (await authorization).Host.Value);
        var record = await bench.RecordAsync();
        Assert.Equal("refresh-canary-1", record.Settings.RefreshToken!.Reveal());
        Assert.Equal("theirs-2", record.Notes.Previous!.RefreshToken!.Reveal());
        Assert.Single(bench.Http.Sent);
        Assert.Equal([33], bench.Told);
    }

    [Fact]
    public async Task A_store_that_is_gone_for_a_while_gets_the_pair_when_it_is_back()
    {
        using var bench = new AuthorizationBench();
        var redirect = await bench.RedirectAsync();
        var failures = 0;
        bench.Store.BeforeWrite = (_, _) => ++failures <= 5 ? throw new IOException("The store is down.") : Task.CompletedTask;

        var authorization = bench.Authorizer.CompleteAsync(redirect);
        await bench.PassTimeAsync(authorization, TimeSpan.FromSeconds(1));

        await authorization;
        Assert.Equal("refresh-canary-1", (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
        Assert.Single(bench.Http.Sent);
        Assert.Equal([34, 33], bench.Told);
        bench.AssertNothingLeaks();
    }

    [Fact]
    public async Task A_store_that_stays_away_is_an_error_that_says_what_to_do()
    {
        using var bench = new AuthorizationBench();
        bench.Save(Old);
        var redirect = await bench.RedirectAsync();
        bench.Store.BeforeWrite = (_, _) => throw new AmoCrmSettingsStoreException("The store is down.");

        var authorization = bench.Authorizer.CompleteAsync(redirect);
        await bench.PassTimeAsync(authorization, TimeSpan.FromSeconds(5));
        var exception = await bench.FailAsync(authorization);

        Assert.Equal(AmoCrmAuthorizationFailure.TokensNotKept, exception.Reason);
        Assert.IsType<AmoCrmSettingsStoreException>(exception.InnerException);
        Assert.Contains("authorise the integration again", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Equal([34, 35], bench.Told);
        Assert.Equal("old-refresh-canary", (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
    }

    [Fact]
    public async Task A_store_that_denies_what_it_has_written_is_read_and_believed()
    {
        using var bench = new AuthorizationBench();
        bench.Store.Answer = _ => false;
        await bench.Authorizer.CompleteAsync(await bench.RedirectAsync());
        Assert.Equal(1, (await bench.RecordAsync()).Notes.Version);
    }

    [Fact]
    public async Task A_pair_that_was_refreshed_before_its_writing_was_looked_at_is_left_alone()
    {
        using var bench = new AuthorizationBench();
        var redirect = await bench.RedirectAsync();
        var isRefreshed = false;
        bench.Store.Answer = isWritten =>
        {
            if (!isRefreshed)
            {
                isRefreshed = true;
                var record = bench.RecordAsync().GetAwaiter().GetResult();
                bench.Store.Inner.TryWriteTokensAsync(AuthorizationBench.Agent, record, record with
                {
                    Settings = record.Settings with { RefreshToken = "refreshed" },
                    Notes = record.Notes with { Previous = new AmoCrmTokenPair(record.Settings.AccessToken, record.Settings.RefreshToken, record.ReadAt) },
                }).GetAwaiter().GetResult();
            }

            return isWritten;
        };

        await bench.Authorizer.CompleteAsync(redirect);

        Assert.Equal("refreshed", (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
    }

    private static async Task NoteAsync(AuthorizationBench bench, AmoCrmSettings settings)
    {
        bench.Save(settings);
        var record = await bench.RecordAsync();
        var spending = new AmoCrmTokenSpending(TokenFingerprint.Of(record.Settings), "somebody", Earlier, 1, AmoCrmSpendingState.Refused);
        Assert.True(await bench.Store.Inner.TryWriteTokensAsync(AuthorizationBench.Agent, record, record with
        {
            Notes = record.Notes with
            {
                Lease = new AmoCrmTokenLease("somebody", bench.Clock.GetUtcNow().AddSeconds(30)),
                Spending = spending,
                Aside = [new AmoCrmTokenPair("aside-access", "aside-refresh", Earlier)],
            },
        }));
        Assert.Equal(AmoCrmAuthorizationState.ReauthorizationRequired, (await bench.RecordAsync()).AuthorizationState);
    }
}
