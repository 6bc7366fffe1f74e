using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace AmoCrm.Sdk.Tests.DependencyInjection;

public sealed class AddAmoCrmTests
{
    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account") { Query = "with=query-canary" };

    [Fact]
    public async Task A_client_from_services_sends_over_the_handlers_of_the_factory()
    {
        using var http = new StubHttpHandler().Answers(200, "{}");
        var services = new ServiceCollection().AddSingleton<IAmoCrmSettingsResolver>(new TestSettings());
        services.AddAmoCrm(options => options.ApplicationName = "Shop").ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAmoCrmClient>().SendAsync(Request);

        Assert.StartsWith("Shop AmoCrm.Sdk/", http.Sent[0].Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("mycompany.amocrm.ru", http.Sent[0].Uri.Host);
        Assert.Same(provider.GetRequiredService<IAmoCrmClient>(), provider.GetRequiredService<IAmoCrmClientFactory>().CreateClient("default"));
    }

    [Fact]
    public async Task Each_agent_has_its_own_client_and_settings()
    {
        using var http = new StubHttpHandler().Answers(200, "{}");
        var resolver = Substitute.For<IAmoCrmSettingsResolver>();
        resolver.ResolveAsync("a", default).ReturnsForAnyArgs(call => new AmoCrmSettings { Subdomain = $"of-{call.Arg<string>()}", AccessToken = "token" });
        var services = new ServiceCollection().AddSingleton(resolver);
        services.AddAmoCrm().ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<IAmoCrmClientFactory>();

        await factory.CreateClient("a").SendAsync(Request);
        await factory.CreateClient("b").SendAsync(Request);

        Assert.Equal(["of-a.amocrm.ru", "of-b.amocrm.ru"], http.Sent.Select(sent => sent.Uri.Host));
        Assert.Same(factory.CreateClient("a"), factory.CreateClient("a"));
        Assert.NotSame(factory.CreateClient("a"), factory.CreateClient("b"));
    }

    [Fact]
    public async Task Options_that_are_not_allowed_stop_the_host_at_its_start()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm(options => options.EmulatorAddress = new Uri("http://evil.example/"));
        await using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("EmulatorAddress", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_and_options_come_from_configuration()
    {
        using var http = new StubHttpHandler().Answers(200, "{}");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AmoCrm:Subdomain"] = "configured",
            ["AmoCrm:AccessToken"] = "token",
            ["AmoCrm:ApplicationName"] = "Shop",
            ["AmoCrm:TotalTimeout"] = "00:00:30",
            ["AmoCrm:AttemptTimeout"] = "00:00:10",
            ["AmoCrm:MaxResponseBytes"] = "1000",
            ["AmoCrm:TokenRefresh:EarlyWindow"] = "00:20:00",
            ["AmoCrm:TokenRefresh:LeaseDuration"] = "00:00:15",
            ["AmoCrm:EmulatorAddress"] = "http://127.0.0.1:5080/",
        }).Build();
        var services = new ServiceCollection();
        services.AddAmoCrm(configuration).ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAmoCrmClient>().SendAsync(Request);

        var options = provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value;
        Assert.Equal(TimeSpan.FromSeconds(30), options.TotalTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.AttemptTimeout);
        Assert.Equal(1000, options.MaxResponseBytes);
        Assert.Equal(TimeSpan.FromMinutes(20), options.TokenRefresh.EarlyWindow);
        Assert.Equal(TimeSpan.FromSeconds(15), options.TokenRefresh.LeaseDuration);
        Assert.Equal("configured.amocrm.ru", http.Sent[0].Headers["Host"]);
        Assert.Equal(5080, http.Sent[0].Uri.Port);
    }

    [Theory]
    [InlineData("TotalTimeout", "soon")]
    [InlineData("MaxResponseBytes", "-1")]
    [InlineData("TokenRefresh:EarlyWindow", "soon")]
    [InlineData("TokenRefresh:LeaseDuration", "half")]
    [InlineData("EmulatorAddress", "here")]
    public async Task An_option_of_the_wrong_kind_names_its_key(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"AmoCrm:{key}", (string?)value)]).Build();
        var services = new ServiceCollection();
        services.AddAmoCrm(configuration);
        await using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => provider.GetRequiredService<IAmoCrmClient>());
        Assert.Contains($"AmoCrm:{key}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_factorys_own_log_of_addresses_is_off()
    {
        using var http = new StubHttpHandler().Answers(200, "{}");
        using var log = new FakeLoggerProvider();
        var services = new ServiceCollection().AddSingleton<IAmoCrmSettingsResolver>(new TestSettings());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddAmoCrm().ConfigurePrimaryHttpMessageHandler(() => http);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAmoCrmClient>().SendAsync(Request);

        var records = log.Collector.GetSnapshot();
        Assert.Contains(records, record => record.Message.Contains("200", StringComparison.Ordinal));
        Assert.All(records, record => Assert.DoesNotContain("canary", record.Message, StringComparison.Ordinal));
    }
}
