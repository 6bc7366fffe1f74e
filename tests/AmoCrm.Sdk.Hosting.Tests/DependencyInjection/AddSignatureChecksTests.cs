using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace AmoCrm.Sdk.Hosting.Tests.DependencyInjection;

public sealed class AddSignatureChecksTests
{
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task Checks_use_the_settings_and_the_clock_of_the_services()
    {
        _services.AddSingleton<TimeProvider>(new FakeTimeProvider(Tokens.Now));
        _services.AddAmoCrm().UseSettings(_ => new StaticSettingsResolver(Integration.Settings)).AddSignatureChecks();
        await using var provider = _services.BuildServiceProvider();
        var validator = provider.GetRequiredService<AmoCrmDisposableTokenValidator>();

        Assert.NotNull(await validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));
        var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));

        Assert.Equal(AmoCrmSignatureFailure.AlreadyUsed, exception.Reason);
        Assert.NotNull(provider.GetRequiredService<AmoCrmUninstallHook>());
    }

    [Fact]
    public async Task Used_tokens_can_be_remembered_by_something_that_many_processes_share()
    {
        var used = Substitute.For<IAmoCrmUsedTokens>();
        used.TryUseAsync(Integration.ClientId, "token-canary-1", Tokens.Now.AddMinutes(30).AddSeconds(5), Arg.Any<CancellationToken>()).Returns(new ValueTask<bool>(false));
        _services.AddSingleton(used).AddSingleton<TimeProvider>(new FakeTimeProvider(Tokens.Now));
        _services.AddAmoCrm().UseSettings(_ => new StaticSettingsResolver(Integration.Settings)).AddSignatureChecks(options => options.ClockSkew = TimeSpan.FromSeconds(5));
        await using var provider = _services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() =>
            provider.GetRequiredService<AmoCrmDisposableTokenValidator>().ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));

        Assert.Equal(AmoCrmSignatureFailure.AlreadyUsed, exception.Reason);
    }

    [Fact]
    public async Task Options_that_are_not_allowed_stop_the_host_at_its_start()
    {
        _services.AddAmoCrm().AddSignatureChecks(options => options.ClockSkew = TimeSpan.FromHours(1));
        await using var provider = _services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ClockSkew", exception.Message, StringComparison.Ordinal);
    }
}
