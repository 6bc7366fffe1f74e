using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Hosting.Tests.Signatures;

public sealed class BotTokenTests
{
    private readonly FakeTimeProvider _time = new(Tokens.Now);
    private readonly AmoCrmDisposableTokenValidator _validator;

    public BotTokenTests() => _validator = new AmoCrmDisposableTokenValidator(new StaticSettingsResolver(Integration.Settings), timeProvider: _time);

    [Fact]
    public async Task A_token_of_a_bot_says_which_bot_asks_about_what()
    {
        Assert.Equal(
            new AmoCrmBotToken
            {
                Account = AccountHost.Parse("mycompany"),
                AccountId = 12345678,
                EntityType = EntityType.Leads,
                EntityId = 5001,
                BotType = AmoCrmBotType.Salesbot,
                ClientId = Integration.ClientId,
                ExpiresAt = Tokens.Now.AddMinutes(30),
            },
            await _validator.ValidateBotTokenAsync("sales", Tokens.Bot(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_marketing_bot_may_run_for_a_customer()
    {
        var claims = Tokens.BotClaims().With("entity_type", "12").With("bot_type", "\"marketingbot\"");

        var token = await _validator.ValidateBotTokenAsync(Integration.Settings, Tokens.Bot(claims));

        Assert.Equal(EntityType.Customers, token.EntityType);
        Assert.Equal(AmoCrmBotType.Marketingbot, token.BotType);
    }

    [Fact]
    public async Task A_token_is_taken_as_often_as_it_comes_until_it_expires()
    {
        var token = Tokens.Bot();
        await _validator.ValidateBotTokenAsync("sales", token, TestContext.Current.CancellationToken);
        await _validator.ValidateBotTokenAsync("sales", token, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMinutes(31));

        await RefusedAsync(token, AmoCrmSignatureFailure.Expired);
    }

    [Theory]
    [InlineData("iss", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("subdomain", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("client_uuid", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("account_id", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("entity_id", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("entity_type", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("bot_type", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("exp", null, AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("entity_type", "1", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("entity_type", "\"leads\"", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("bot_type", "\"Salesbot\"", AmoCrmSignatureFailure.WrongClaim)]
    [InlineData("client_uuid", "\"11111111-4e5f-6789-abcd-ef0123456789\"", AmoCrmSignatureFailure.OtherIntegration)]
    [InlineData("iss", "\"https://other.amocrm.ru\"", AmoCrmSignatureFailure.OtherAccount)]
    [InlineData("iss", "\"https://evil.example\"", AmoCrmSignatureFailure.OtherAccount)]
    public async Task A_claim_that_is_missing_or_wrong_is_a_refusal(string claim, string? value, AmoCrmSignatureFailure reason) =>
        await RefusedAsync(Tokens.Bot(Tokens.BotClaims().With(claim, value)), reason);

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS384")]
    public async Task A_token_that_is_signed_otherwise_is_refused(string algorithm) =>
        await RefusedAsync(Tokens.Bot(algorithm: algorithm), AmoCrmSignatureFailure.WrongAlgorithm);

    [Fact]
    public async Task A_token_that_is_signed_with_another_secret_is_refused() =>
        await RefusedAsync(Tokens.Bot(secret: "other-" + Integration.Secret), AmoCrmSignatureFailure.WrongSignature);

    private async Task RefusedAsync(string token, AmoCrmSignatureFailure reason)
    {
        var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateBotTokenAsync("sales", token, TestContext.Current.CancellationToken));
        Assert.Equal(reason, exception.Reason);
        Assert.DoesNotContain(token, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }
}
