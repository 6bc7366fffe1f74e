using Microsoft.Extensions.Configuration;

namespace AmoCrm.Sdk.Tests.Settings;

public sealed class ConfigurationSettingsResolverTests
{
    [Theory]
    [InlineData("AmoCrm:Subdomain", "AmoCrm:AccessToken")]
    [InlineData("AMOCRM:SUBDOMAIN", "AMOCRM:ACCESSTOKEN")]
    [InlineData("AmoCrm:amocrm_subdomain", "AmoCrm:amocrm_access_token")]
    [InlineData("AmoCrm:Agents:default:Subdomain", "AmoCrm:Agents:default:AccessToken")]
    [InlineData("amocrm_subdomain", "amocrm_access_token")]
    public async Task The_default_agents_settings_are_found_under(string subdomain, string token)
    {
        var resolver = Given((subdomain, "mycompany"), (token, "token"));
        Assert.Equal(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "token" }, await resolver.ResolveAsync("default", default));
    }

    [Fact]
    public async Task An_agent_has_its_own_settings()
    {
        var resolver = Given(("AmoCrm:Subdomain", "first"), ("AmoCrm:Agents:sales:Subdomain", "second"));
        Assert.Equal("second", (await resolver.ResolveAsync("sales", default)).Subdomain);
    }

    [Fact]
    public async Task No_agent_gets_the_settings_of_another()
    {
        var resolver = Given(("AmoCrm:Subdomain", "first"), ("AmoCrm:AccessToken", "token-canary"));
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await resolver.ResolveAsync("sales", default));
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AmoCrm:Agents:sales", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_section_belongs_to_the_agent_it_names()
    {
        var resolver = Given(("AmoCrm:AgentId", "sales"), ("AmoCrm:Subdomain", "first"));
        Assert.Equal("first", (await resolver.ResolveAsync("sales", default)).Subdomain);
    }

    [Fact]
    public async Task Empty_values_count_as_absent()
    {
        var resolver = Given(("AmoCrm:Subdomain", "mycompany"), ("AmoCrm:RefreshToken", " "));
        Assert.Null((await resolver.ResolveAsync("default", default)).RefreshToken);
    }

    [Fact]
    public async Task A_changed_value_is_read_at_once()
    {
        var configuration = Configuration(("AmoCrm:Subdomain", "before"));
        var resolver = new ConfigurationSettingsResolver(configuration);
        Assert.Equal("before", (await resolver.ResolveAsync("default", default)).Subdomain);
        configuration["AmoCrm:Subdomain"] = "after";
        Assert.Equal("after", (await resolver.ResolveAsync("default", default)).Subdomain);
    }

    private static ConfigurationSettingsResolver Given(params (string Key, string Value)[] values) => new(Configuration(values));

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();
}
