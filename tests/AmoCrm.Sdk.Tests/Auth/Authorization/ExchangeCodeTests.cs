using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

public sealed class ExchangeCodeTests
{
    [Theory]
    [InlineData("mycompany", null, null, "mycompany.amocrm.ru")]
    [InlineData("mycompany", "kommo.com", null, "mycompany.kommo.com")]
    [InlineData("mycompany", "kommo.com", "other", "other.kommo.com")]
    [InlineData("mycompany", "kommo.com", "other.amocrm.ru", "other.amocrm.ru")]
    [InlineData(null, null, "Other", "other.amocrm.ru")]
    public async Task The_account_is_the_one_given_or_the_one_in_the_settings(string? subdomain, string? domain, string? account, string expected)
    {
        using var bench = new AuthorizationBench();
        bench.Save(AuthorizationBench.Keys with { Subdomain = subdomain, Domain = domain });
        var result = await bench.Authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, AuthorizationBench.Code, account);
        Assert.Equal((expected, expected), (result.Host.Value, bench.Http.Sent[0].Uri.Host));
        Assert.Equal(expected, (await bench.RecordAsync()).Settings.GetHost().Value);
    }

    [Fact]
    public async Task Without_an_account_anywhere_nothing_is_sent()
    {
        using var bench = new AuthorizationBench();
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.Authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, AuthorizationBench.Code));
        Assert.Contains("amocrm_subdomain", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Http.Sent);
    }

    [Theory]
    [InlineData("canary.evil.example")]
    [InlineData("https://mycompany.amocrm.ru")]
    [InlineData("")]
    public async Task An_account_that_is_none_is_refused_without_being_quoted(string account)
    {
        using var bench = new AuthorizationBench();
        var exception = await bench.FailAsync(bench.Authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, AuthorizationBench.Code, account));
        Assert.Equal(AmoCrmAuthorizationFailure.AccountNotAllowed, exception.Reason);
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task An_empty_code_is_no_code()
    {
        using var bench = new AuthorizationBench();
        await Assert.ThrowsAsync<AmoCrmArgumentException>(() => bench.Authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, " \n", "mycompany"));
        Assert.Empty(bench.Http.Sent);
    }

    [Fact]
    public async Task A_limiter_is_asked_for_the_account_that_the_code_goes_to()
    {
        var limiter = new StubLimiter();
        using var bench = new AuthorizationBench();
        bench.Options.RateLimiter = limiter;
        await bench.Store.SaveAsync(AuthorizationBench.Agent, AuthorizationBench.Keys);
        await using var authorizer = new AmoCrmAuthorizer(bench.Options);
        await authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, AuthorizationBench.Code, "mycompany");
        Assert.Equal([new("mycompany.amocrm.ru", AuthorizationBench.ClientId)], limiter.Keys);
    }

    [Fact]
    public async Task An_authorizer_that_was_disposed_of_sends_nothing()
    {
        using var bench = new AuthorizationBench();
        var authorizer = new AmoCrmAuthorizer(bench.Options);
        await authorizer.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => authorizer.ExchangeCodeAsync(AuthorizationBench.Agent, AuthorizationBench.Code, "mycompany"));
        Assert.Empty(bench.Http.Sent);
    }
}
