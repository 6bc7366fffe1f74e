using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Hosting.Tests.DependencyInjection;

public sealed class AddKeepAliveTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Options_that_are_not_allowed_stop_the_host_at_its_start()
    {
        _services.AddAmoCrm().UseSettings(_ => new InMemorySettingsStore()).AddKeepAlive(options =>
        {
            options.CheckInterval = TimeSpan.Zero;
            options.RefreshAfter = TimeSpan.FromDays(90);
        });
        await using var provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("CheckInterval", exception.Message, StringComparison.Ordinal);
        Assert.Contains("RefreshAfter", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_in_no_store_cannot_be_kept_alive_and_the_host_does_not_start()
    {
        _services.AddAmoCrm().UseSettings(_ => new StaticSettingsResolver(Integration.Settings)).AddKeepAlive();
        await using var provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<AmoCrmConfigurationException>(() => provider.GetServices<IHostedService>().ToList());

        Assert.Contains("StaticSettingsResolver", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AddKeepAlive", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_it_twice_is_adding_it_once()
    {
        _services.AddAmoCrm().UseSettings(_ => new InMemorySettingsStore()).AddKeepAlive().AddKeepAlive(options => options.RefreshAfter = TimeSpan.FromDays(10));
        await using var provider = _services.BuildServiceProvider();
        Assert.Single(provider.GetServices<IHostedService>());
    }
}
