using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Tests.DependencyInjection;

public sealed class AmoCrmBuilderTests
{
    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account");

    [Fact]
    public async Task Settings_and_options_come_from_a_section_and_what_it_does_not_name_stays()
    {
        using var http = new StubHttpHandler().Answers(200, "{}");
        var configuration = Configuration(
            ("My:Crm:Subdomain", "configured"),
            ("My:Crm:AccessToken", "token"),
            ("My:Crm:TotalTimeout", "00:00:30"),
            ("My:Crm:Agents:agent-7:Subdomain", "seventh"),
            ("My:Crm:Agents:agent-7:AccessToken", "token"));
        var services = new ServiceCollection();
        services.AddAmoCrm(options =>
            {
                options.ApplicationName = "Orders";
                options.TotalTimeout = TimeSpan.FromSeconds(5);
            })
            .UseConfiguration(configuration.GetSection("My:Crm"))
            .ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAmoCrmClient>().SendAsync(Request);
        await provider.GetRequiredService<IAmoCrmClientFactory>().CreateClient("agent-7").SendAsync(Request);

        Assert.Equal(["configured.amocrm.ru", "seventh.amocrm.ru"], http.Sent.Select(sent => sent.Uri.Host));
        Assert.StartsWith("Orders AmoCrm.Sdk/", http.Sent[0].Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(30), provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.TotalTimeout);
    }

    [Fact]
    public async Task A_section_does_not_reach_beyond_itself_and_names_its_path()
    {
        var resolver = new ConfigurationSettingsResolver(Configuration(("amocrm_subdomain", "root"), ("AmoCrm:Subdomain", "elsewhere")).GetSection("My:Crm"));

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await resolver.ResolveAsync("default", default));

        Assert.Contains("My:Crm:Subdomain", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MY__CRM__SUBDOMAIN", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_source_of_settings_decides()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm()
            .UseConfiguration(Configuration(("AmoCrm:Subdomain", "configured")).GetSection("AmoCrm"))
            .UseSettings(_ => new TestSettings());
        await using var provider = services.BuildServiceProvider();

        Assert.IsType<TestSettings>(Assert.Single(provider.GetServices<IAmoCrmSettingsResolver>()));
        Assert.IsType<TestSettings>(provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.SettingsResolver);
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();
}
