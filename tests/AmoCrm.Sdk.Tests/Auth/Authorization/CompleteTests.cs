using System.Text.Json;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

public sealed class CompleteTests
{
    [Fact]
    public async Task The_code_goes_to_the_account_that_the_redirect_names_and_the_pair_into_the_store()
    {
        using var bench = new AuthorizationBench();
        var events = new List<AmoCrmAuthorizationState>();
        bench.Options.TokenEvents.Refreshed += (_, what) => events.Add(what.State);

        var result = await bench.Authorizer.CompleteAsync(await bench.RedirectAsync("mycompany.kommo.com", $"&client_id={AuthorizationBench.ClientId}&from_widget=1"));

        var sent = Assert.Single(bench.Http.Sent);
        Assert.Equal("POST https://mycompany.kommo.com/oauth2/access_token", $"{sent.Method} {sent.Uri}");
        var body = JsonDocument.Parse(sent.Body).RootElement;
        Assert.Equal(
            ("authorization_code", AuthorizationBench.Code, AuthorizationBench.ClientId, "secret-canary-91bc", "https://shop.example/amocrm"),
            (Text("grant_type"), Text("code"), Text("client_id"), Text("client_secret"), Text("redirect_uri")));
        var record = await bench.RecordAsync();
        Assert.Equal(("access-canary-1", "refresh-canary-1"), (record.Settings.AccessToken!.Reveal(), record.Settings.RefreshToken!.Reveal()));
        Assert.Equal(("mycompany", "kommo.com"), (record.Settings.Subdomain, record.Settings.Domain));
        Assert.Equal(bench.Clock.GetUtcNow(), record.Notes.RefreshedAt);
        Assert.Null(record.Notes.Previous);
        Assert.Equal(("sales", "mycompany.kommo.com", null), (result.AgentId, result.Host.Value, result.ExpiresAt));
        Assert.DoesNotContain("canary", result.ToString(), StringComparison.Ordinal);
        Assert.Equal([AmoCrmAuthorizationState.Authorized], events);
        bench.AssertNothingLeaks();

        string? Text(string name) => body.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_relative_address_is_as_good()
    {
        using var bench = new AuthorizationBench();
        var whole = await bench.RedirectAsync();
        var result = await bench.Authorizer.CompleteAsync(new Uri(whole.PathAndQuery, UriKind.Relative));
        Assert.Equal("mycompany.amocrm.ru", result.Host.Value);
        var settings = (await bench.RecordAsync()).Settings;
        Assert.Equal(("mycompany", null), (settings.Subdomain, settings.Domain));
        Assert.Contains(bench.Logs.Collector.GetSnapshot(), static log => log.Id.Id == 33 && log.Message.Contains("mycompany.amocrm.ru", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=code-canary")]
    [InlineData("?code=code-canary&referer=mycompany.amocrm.ru&state=")]
    [InlineData("?code=code-canary&referer=mycompany.amocrm.ru&state=short-canary")]
    [InlineData("?code=code-canary&referer=mycompany.amocrm.ru&state=0123456789012345678901234567890123456789abc")]
    [InlineData("?error=access_denied&state=0123456789012345678901234567890123456789abc")]
    public async Task What_nobody_asked_for_is_not_looked_at(string query)
    {
        using var bench = new AuthorizationBench();
        var exception = await bench.FailAsync(new Uri("https://shop.example/amocrm" + query));
        Assert.Equal(AmoCrmAuthorizationFailure.StateUnknown, exception.Reason);
        Assert.Contains("Begin again.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Http.Sent);
    }

    [Theory]
    [InlineData("&error=access_denied", AmoCrmAuthorizationFailure.Denied)]
    [InlineData("&error=canary", AmoCrmAuthorizationFailure.Refused)]
    [InlineData("", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=&referer=mycompany.amocrm.ru", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary&code=canary&referer=mycompany.amocrm.ru", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary&referer=mycompany.amocrm.ru&referer=canary.amocrm.ru", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary&referer=mycompany.amocrm.ru&x=1&x=1", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary%zz&referer=mycompany.amocrm.ru", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary%ff&referer=mycompany.amocrm.ru", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary%2&referer=mycompany.amocrm.ru", AmoCrmAuthorizationFailure.RedirectNotUnderstood)]
    [InlineData("&code=canary&referer=mycompany.amocrm.ru&client_id=canary", AmoCrmAuthorizationFailure.OtherIntegration)]
    [InlineData("&code=canary&referer=canary.evil.example", AmoCrmAuthorizationFailure.AccountNotAllowed)]
    [InlineData("&code=canary&referer=mycompany", AmoCrmAuthorizationFailure.AccountNotAllowed)]
    [InlineData("&code=canary&referer=Mycompany.amocrm.ru", AmoCrmAuthorizationFailure.AccountNotAllowed)]
    [InlineData("&code=canary&referer=https%3A%2F%2Fmycompany.amocrm.ru", AmoCrmAuthorizationFailure.AccountNotAllowed)]
    public async Task An_answer_that_is_refused_sends_nothing_and_uses_up_its_state(string query, AmoCrmAuthorizationFailure expected)
    {
        using var bench = new AuthorizationBench();
        var redirect = new Uri($"https://shop.example/amocrm?state={await bench.StateAsync()}{query}");

        var exception = await bench.FailAsync(redirect);
        Assert.Equal(expected, exception.Reason);
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(AmoCrmAuthorizationFailure.StateUnknown, (await bench.FailAsync(redirect)).Reason);
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task A_state_that_is_there_twice_is_none()
    {
        using var bench = new AuthorizationBench();
        var state = await bench.StateAsync();
        var redirect = await bench.RedirectAsync(more: $"&state={state}");
        Assert.Equal(AmoCrmAuthorizationFailure.StateUnknown, (await bench.FailAsync(redirect)).Reason);
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task An_address_as_long_as_a_book_is_not_read()
    {
        using var bench = new AuthorizationBench();
        var redirect = await bench.RedirectAsync(more: "&x=" + new string('a', 20_000));
        Assert.Equal(AmoCrmAuthorizationFailure.StateUnknown, (await bench.FailAsync(redirect)).Reason);
    }

    [Fact]
    public async Task A_state_works_for_an_hour()
    {
        using var bench = new AuthorizationBench();
        var inTime = await bench.RedirectAsync();
        var late = await bench.RedirectAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        await bench.Authorizer.CompleteAsync(inTime);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AmoCrmAuthorizationFailure.StateUnknown, (await bench.FailAsync(late)).Reason);
        Assert.Single(bench.Http.Sent);
    }

    [Fact]
    public async Task A_state_belongs_to_the_agent_for_which_it_was_given()
    {
        using var bench = new AuthorizationBench();
        await bench.Store.SaveAsync("support", AuthorizationBench.Keys);
        var result = await bench.Authorizer.CompleteAsync(await bench.RedirectAsync());
        Assert.Equal("sales", result.AgentId);
        Assert.Null((await bench.Store.ResolveAsync("support", default)).AccessToken);
    }

    [Fact]
    public async Task A_caller_who_goes_away_after_the_code_was_sent_does_not_lose_the_tokens()
    {
        using var browser = new CancellationTokenSource();
        using var bench = new AuthorizationBench(new StubHttpHandler().Answers(async (_, _) =>
        {
            await browser.CancelAsync();
            return StubHttpHandler.Json(200, AuthorizationBench.Tokens);
        }));
        var redirect = await bench.RedirectAsync();

        await bench.Authorizer.CompleteAsync(redirect, browser.Token);

        Assert.Equal("refresh-canary-1", (await bench.RecordAsync()).Settings.RefreshToken!.Reveal());
    }

    [Fact]
    public async Task A_caller_who_goes_away_before_that_sends_nothing()
    {
        using var bench = new AuthorizationBench();
        var redirect = await bench.RedirectAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Authorizer.CompleteAsync(redirect, new CancellationToken(canceled: true)));
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task One_who_goes_away_when_it_is_their_turn_sends_nothing_either()
    {
        using var browser = new CancellationTokenSource();
        using var bench = new AuthorizationBench();
        bench.Options.RateLimiter = new StubLimiter(_ => browser.CancelAsync());
        await using var authorizer = new AmoCrmAuthorizer(bench.Options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, AuthorizationBench.Code, "mycompany", browser.Token));

        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task Keys_that_went_missing_meanwhile_are_named_and_nothing_is_sent()
    {
        using var bench = new AuthorizationBench();
        var redirect = await bench.RedirectAsync();
        bench.Save(AuthorizationBench.Keys with { ClientSecret = null, RedirectUri = null });

        var exceptions = new[]
        {
            await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.Authorizer.CompleteAsync(redirect)),
            await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.Authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, AuthorizationBench.Code, "mycompany")),
        };

        Assert.All(exceptions, static exception => Assert.Contains("'sales' cannot be authorised without amocrm_client_secret, amocrm_redirect_uri:", exception.Message, StringComparison.Ordinal));
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task A_referer_that_is_no_account_is_told_which_domains_there_are()
    {
        using var bench = new AuthorizationBench();
        var exception = await bench.FailAsync(await bench.RedirectAsync("mycompany.example"));
        Assert.Contains("amocrm.ru, amocrm.com, kommo.com", exception.Message, StringComparison.Ordinal);
    }
}
