using System.Text.RegularExpressions;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

public sealed partial class ConsentUriTests
{
    [Theory]
    [InlineData(null, null, "www.amocrm.ru")]
    [InlineData("mycompany", null, "www.amocrm.ru")]
    [InlineData("mycompany", "kommo.com", "www.kommo.com")]
    [InlineData("mycompany.kommo.com", null, "www.kommo.com")]
    [InlineData("mycompany.amocrm.com", null, "www.kommo.com")]
    [InlineData(null, "kommo.com", "www.kommo.com")]
    public async Task The_page_is_on_the_platforms_own_host_and_never_on_the_accounts(string? subdomain, string? domain, string expected)
    {
        using var bench = new AuthorizationBench();
        bench.Save(AuthorizationBench.Keys with { Subdomain = subdomain, Domain = domain });
        var page = await bench.Authorizer.CreateConsentUriAsync(AuthorizationBench.Agent);
        Assert.Matches(Query(), page.Query);
        Assert.Equal(("https", expected, "/oauth"), (page.Scheme, page.Authority, page.AbsolutePath));
    }

    [Theory]
    [InlineData(AmoCrmConsentMode.Popup, "&mode=popup")]
    [InlineData(AmoCrmConsentMode.PostMessage, "&mode=post_message")]
    public async Task A_window_of_its_own_is_said_in_the_address(AmoCrmConsentMode mode, string expected)
    {
        using var bench = new AuthorizationBench();
        var page = await bench.Authorizer.CreateConsentUriAsync(AuthorizationBench.Agent, mode);
        Assert.EndsWith(expected, page.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_attempt_has_a_state_of_its_own()
    {
        using var bench = new AuthorizationBench();
        var states = new HashSet<string>();
        for (var i = 0; i < 50; i++)
        {
            Assert.True(states.Add(await bench.StateAsync()));
        }
    }

    [Fact]
    public async Task A_client_id_cannot_add_to_the_address()
    {
        using var bench = new AuthorizationBench();
        bench.Save(AuthorizationBench.Keys with { ClientId = "x&state=mine#/../" });
        var page = await bench.Authorizer.CreateConsentUriAsync(AuthorizationBench.Agent);
        Assert.StartsWith("?client_id=x%26state%3Dmine%23%2F..%2F&state=", page.Query, StringComparison.Ordinal);
        Assert.Equal(("/oauth", string.Empty), (page.AbsolutePath, page.Fragment));
    }

    [Fact]
    public async Task What_the_exchange_will_need_is_asked_for_before_a_person_is()
    {
        using var bench = new AuthorizationBench();
        bench.Save(new AmoCrmSettings { Subdomain = "mycompany" });
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.Authorizer.CreateConsentUriAsync(AuthorizationBench.Agent));
        Assert.All(["'sales'", "amocrm_client_id", "amocrm_client_secret", "amocrm_redirect_uri"], part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.Authorizer.CreateConsentUriAsync("nobody"));
    }

    [Theory]
    [InlineData("canary.evil.example", null, "amocrm_subdomain")]
    [InlineData(null, "canary.evil.example", "amocrm_domain")]
    public async Task An_account_that_is_none_is_refused_without_being_quoted(string? subdomain, string? domain, string key)
    {
        using var bench = new AuthorizationBench();
        bench.Save(AuthorizationBench.Keys with { Subdomain = subdomain, Domain = domain });
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => bench.Authorizer.CreateConsentUriAsync(AuthorizationBench.Agent));
        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
        bench.AssertNothingLeaks(exception);
    }

    [Fact]
    public void Settings_that_cannot_keep_tokens_are_refused_at_once()
    {
        var options = new AmoCrmClientOptions { SettingsResolver = new StaticSettingsResolver(AuthorizationBench.Keys) };
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => new AmoCrmAuthorizer(options));
        Assert.Contains(nameof(StaticSettingsResolver), exception.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex($"^\\?client_id={AuthorizationBench.ClientId}&state=[A-Za-z0-9_-]{{43}}$")]
    private static partial Regex Query();
}
