using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Hosting.Tests.Signatures;

public sealed class WidgetTokenTests
{
    private readonly FakeTimeProvider _time = new(Tokens.Now);
    private readonly AmoCrmDisposableTokenValidator _validator;

    public WidgetTokenTests() => _validator = Validator();

    [Fact]
    public async Task A_token_of_amoCRM_says_who_sits_in_front_of_the_widget()
    {
        var token = await _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken);

        Assert.Equal(
            new AmoCrmWidgetToken
            {
                Account = AccountHost.Parse("mycompany"),
                AccountId = 12345678,
                UserId = 87654321,
                IsAdmin = true,
                ClientId = Integration.ClientId,
                TokenId = "token-canary-1",
                IssuedAt = Tokens.Now,
                ExpiresAt = Tokens.Now.AddMinutes(30),
            },
            token);
    }

    [Theory]
    [InlineData("iss", "\"https://mycompany.amocrm.ru/\"")]
    [InlineData("aud", "\"https://example.com/\"")]
    [InlineData("aud", "\"https://EXAMPLE.com:443\"")]
    [InlineData("aud", "[\"https://other.example\", \"https://example.com\"]")]
    [InlineData("account_id", "\"12345678\"")]
    [InlineData("iat", "1772366400.75")]
    [InlineData("client_uuid", "\"0A1B2C3D-4E5F-6789-ABCD-EF0123456789\"")]
    [InlineData("something_new", "{ \"a\": [1] }")]
    public async Task Spellings_of_the_same_are_taken(string claim, string value)
    {
        var token = await _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(Tokens.WidgetClaims().With(claim, value)), TestContext.Current.CancellationToken);
        Assert.Equal(12345678, token.AccountId);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public async Task Only_a_token_that_says_so_is_of_an_administrator(string? value, bool expected)
    {
        var token = await _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(Tokens.WidgetClaims().With("is_admin", value)), TestContext.Current.CancellationToken);
        Assert.Equal(expected, token.IsAdmin);
    }

    [Theory]
    [InlineData("iss", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("aud", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("jti", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("iat", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("nbf", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("exp", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("account_id", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("user_id", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("subdomain", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("client_uuid", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("jti", "\"\"", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("jti", "17", AmoCrmSignatureFailure.Malformed)]
    [InlineData("account_id", "0", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("account_id", "-5", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("account_id", "1.5", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("account_id", "\" 5\"", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("account_id", "99999999999999999999", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("user_id", "[1]", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("user_id", "null", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("is_admin", "\"yes\"", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("is_admin", "1", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("is_admin", "null", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("client_uuid", "\"11111111-4e5f-6789-abcd-ef0123456789\"", AmoCrmSignatureFailure.OtherIntegration)]
    [InlineData("subdomain", "\"other\"", AmoCrmSignatureFailure.OtherAccount)]
    [InlineData("aud", "\"https://other.example\"", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "\"http://example.com\"", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "\"https://example.com:8443\"", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "\"https://example.com.evil.example\"", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "\"https://example.com/amocrm\"", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "\"https://example.com@evil.example\"", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "\"example.com\"", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "[]", AmoCrmSignatureFailure.OtherAudience)]
    [InlineData("aud", "[1]", AmoCrmSignatureFailure.Malformed)]
    public async Task A_claim_that_is_missing_or_wrong_is_a_refusal(string claim, string? value, AmoCrmSignatureFailure reason) =>
        await RefusedAsync(Tokens.Widget(Tokens.WidgetClaims().With(claim, value)), reason);

    [Theory]
    [InlineData("http://mycompany.amocrm.ru")]
    [InlineData("HTTPS://mycompany.amocrm.ru")]
    [InlineData("mycompany.amocrm.ru")]
    [InlineData("https://mycompany")]
    [InlineData("https://mycompany.amocrm.ru:443")]
    [InlineData("https://mycompany.amocrm.ru/x")]
    [InlineData("https://mycompany.amocrm.ru//")]
    [InlineData("https://mycompany.amocrm.ru?x")]
    [InlineData("https://mycompany.amocrm.ru#x")]
    [InlineData("https://mycompany.amocrm.ru.")]
    [InlineData("https://user@mycompany.amocrm.ru")]
    [InlineData("https://evil.example#.amocrm.ru")]
    [InlineData("https://evil.example\\.amocrm.ru")]
    [InlineData("https://mycompany.evil.amocrm.ru")]
    [InlineData("https://mycompany.amocrm.ru.evil.example")]
    [InlineData("https://mycompany-amocrm.ru")]
    [InlineData("https://www.amocrm.ru")]
    [InlineData("https://169.254.169.254")]
    [InlineData(" https://mycompany.amocrm.ru")]
    [InlineData("https://mycompany.amocrm.ru\n")]
    [InlineData("https://mycompany.аmocrm.ru")]
    public async Task An_issuer_that_is_no_account_of_amoCRM_is_refused(string issuer) =>
        await RefusedAsync(Tokens.Widget(Tokens.WidgetClaims().With("iss", System.Text.Json.JsonSerializer.Serialize(issuer))), AmoCrmSignatureFailure.OtherAccount);

    [Fact]
    public async Task A_token_of_another_account_is_refused_where_the_settings_name_one()
    {
        var other = Tokens.WidgetClaims().With("iss", "\"https://other.amocrm.ru\"").With("subdomain", "\"other\"");
        await RefusedAsync(Tokens.Widget(other), AmoCrmSignatureFailure.OtherAccount);

        var token = await _validator.ValidateWidgetTokenAsync(Integration.Settings with { Subdomain = null }, Tokens.Widget(other), TestContext.Current.CancellationToken);
        Assert.Equal("other.amocrm.ru", token.Account.Value);
    }

    [Fact]
    public async Task The_same_name_under_another_domain_is_another_account()
    {
        var kommo = Tokens.WidgetClaims().With("iss", "\"https://mycompany.kommo.com\"");
        await RefusedAsync(Tokens.Widget(kommo), AmoCrmSignatureFailure.OtherAccount);

        var token = await _validator.ValidateWidgetTokenAsync(Integration.Settings with { Domain = "kommo.com" }, Tokens.Widget(kommo), TestContext.Current.CancellationToken);
        Assert.Equal("mycompany.kommo.com", token.Account.Value);
    }

    [Theory]
    [InlineData("https://example.com:8443/cb", "https://example.com:8443", true)]
    [InlineData("https://example.com:8443/cb", "https://example.com", true)]
    [InlineData("https://example.com:8443/cb", "https://example.com:9443", false)]
    [InlineData("https://пример.рф/cb", "https://xn--e1afmkfd.xn--p1ai", true)]
    public async Task The_audience_is_the_base_of_the_redirect_uri(string redirectUri, string audience, bool isTaken)
    {
        var settings = Integration.Settings with { RedirectUri = redirectUri };
        var token = Tokens.Widget(Tokens.WidgetClaims().With("aud", $"\"{audience}\""));
        if (isTaken)
        {
            Assert.NotNull(await _validator.ValidateWidgetTokenAsync(settings, token, TestContext.Current.CancellationToken));
        }
        else
        {
            var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateWidgetTokenAsync(settings, token, TestContext.Current.CancellationToken));
            Assert.Equal(AmoCrmSignatureFailure.OtherAudience, exception.Reason);
        }
    }

    [Theory]
    [InlineData(-31, AmoCrmSignatureFailure.NotYetValid)]
    [InlineData(-30, null)]
    [InlineData(0, null)]
    [InlineData(1829, null)]
    [InlineData(1830, AmoCrmSignatureFailure.Expired)]
    public async Task A_token_lives_from_its_beginning_to_its_end_with_half_a_minute_of_patience(int secondsAfter, AmoCrmSignatureFailure? reason)
    {
        var time = new FakeTimeProvider(Tokens.Now.AddSeconds(secondsAfter));
        var validator = Validator(time: time);
        if (reason is null)
        {
            Assert.NotNull(await validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));
        }
        else
        {
            var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));
            Assert.Equal(reason, exception.Reason);
        }
    }

    [Theory]
    [InlineData("-1", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("999999999999", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("\"1772368200\"", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("1e300", AmoCrmSignatureFailure.Malformed)]
    public async Task A_time_that_is_none_is_a_refusal(string value, AmoCrmSignatureFailure reason) =>
        await RefusedAsync(Tokens.Widget(Tokens.WidgetClaims().With("exp", value)), reason);

    [Fact]
    public async Task A_token_is_taken_once()
    {
        var token = Tokens.Widget();
        await _validator.ValidateWidgetTokenAsync("sales", token, TestContext.Current.CancellationToken);
        await RefusedAsync(token, AmoCrmSignatureFailure.AlreadyUsed);
        Assert.NotNull(await _validator.ValidateWidgetTokenAsync("sales", Tokens.Widget(Tokens.WidgetClaims().With("jti", "\"another\"")), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_token_that_was_refused_has_not_been_used()
    {
        var token = Tokens.Widget();
        var otherAccount = Integration.Settings with { Subdomain = "other" };
        await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateWidgetTokenAsync(otherAccount, token, TestContext.Current.CancellationToken));

        Assert.NotNull(await _validator.ValidateWidgetTokenAsync("sales", token, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_many_requests_with_one_token_at_the_same_time_one_is_served()
    {
        var token = Tokens.Widget();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            try
            {
                await _validator.ValidateWidgetTokenAsync("sales", token);
                return true;
            }
            catch (AmoCrmSignatureException exception) when (exception.Reason == AmoCrmSignatureFailure.AlreadyUsed)
            {
                return false;
            }
        })));

        Assert.Single(outcomes, true);
    }

    [Fact]
    public async Task Single_use_can_be_switched_off()
    {
        var validator = Validator(new AmoCrmSignatureOptions { SingleUse = false });
        var token = Tokens.Widget();
        Assert.Equal(
            await validator.ValidateWidgetTokenAsync("sales", token, TestContext.Current.CancellationToken),
            await validator.ValidateWidgetTokenAsync("sales", token, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_skew_that_would_keep_dead_tokens_alive_is_not_allowed()
    {
        var exception = Assert.Throws<AmoCrmConfigurationException>(() => Validator(new AmoCrmSignatureOptions { ClockSkew = TimeSpan.FromHours(1) }));
        Assert.Contains("ClockSkew", exception.Message, StringComparison.Ordinal);
    }

    private AmoCrmDisposableTokenValidator Validator(AmoCrmSignatureOptions? options = null, TimeProvider? time = null) =>
        new(new StaticSettingsResolver(Integration.Settings), options, null, time ?? _time);

    private async Task RefusedAsync(string token, AmoCrmSignatureFailure reason)
    {
        var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateWidgetTokenAsync("sales", token, TestContext.Current.CancellationToken));
        Assert.Equal(reason, exception.Reason);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(token, exception.ToString(), StringComparison.Ordinal);
    }
}
