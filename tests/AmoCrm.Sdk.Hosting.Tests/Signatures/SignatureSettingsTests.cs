using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace AmoCrm.Sdk.Hosting.Tests.Signatures;

public sealed class SignatureSettingsTests
{
    private readonly IAmoCrmSettingsResolver _settings = Substitute.For<IAmoCrmSettingsResolver>();
    private readonly AmoCrmDisposableTokenValidator _validator;

    public SignatureSettingsTests() => _validator = new AmoCrmDisposableTokenValidator(_settings, new AmoCrmSignatureOptions { SingleUse = false }, timeProvider: new FakeTimeProvider(Tokens.Now));

    [Fact]
    public async Task A_secret_that_was_changed_is_used_by_the_very_next_check()
    {
        const string NewSecret = "new-secret-BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
        Given(Integration.Settings);
        await _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken);

        Given(Integration.Settings with { ClientSecret = NewSecret });

        await _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(secret: NewSecret), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_in_the_settings_is_named_with_its_agent()
    {
        await NamedAsync(Integration.Settings with { ClientId = null }, "amocrm_client_id");
        await NamedAsync(Integration.Settings with { ClientSecret = null }, "amocrm_client_secret");
        await NamedAsync(Integration.Settings with { ClientSecret = "canary-too-short" }, "amocrm_client_secret");
        await NamedAsync(Integration.Settings with { RedirectUri = null }, "amocrm_redirect_uri");
        await NamedAsync(Integration.Settings with { RedirectUri = "canary" }, "amocrm_redirect_uri");
        await NamedAsync(Integration.Settings with { Subdomain = "can.ary" }, "amocrm_subdomain");
    }

    [Fact]
    public async Task A_secret_that_is_long_enough_for_a_widget_may_be_too_short_for_a_bot()
    {
        var settings = Integration.Settings with { ClientSecret = new string('x', 40) };

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => _validator.ValidateBotTokenAsync(settings, Tokens.Bot()));

        Assert.Contains("64", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(await _validator.ValidateWidgetTokenAsync(settings, Tokens.Widget(secret: new string('x', 40)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_resolver_that_fails_is_said_to_be_the_trouble()
    {
        _settings.ResolveAsync("sales", Arg.Any<CancellationToken>()).ThrowsAsync(new TimeoutException("the database is away"));

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(() => _validator.ValidateBotTokenAsync("sales", Tokens.Bot(), TestContext.Current.CancellationToken));

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    private void Given(AmoCrmSettings settings) => _settings.ResolveAsync("sales", Arg.Any<CancellationToken>()).Returns(new ValueTask<AmoCrmSettings>(settings));

    private async Task NamedAsync(AmoCrmSettings settings, string key)
    {
        Given(settings);
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));
        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
        Assert.Contains("gent 'sales'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }
}
