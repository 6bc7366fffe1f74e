using System.Security.Cryptography;
using System.Text;
using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrm.Sdk.Hosting.Tests.Signatures;

public sealed class ForgedTokenTests
{
    private readonly AmoCrmDisposableTokenValidator _validator = new(new StaticSettingsResolver(Integration.Settings), timeProvider: new FakeTimeProvider(Tokens.Now));

    public static TheoryData<string, AmoCrmSignatureFailure> Forgeries => new()
    {
        { "", AmoCrmSignatureFailure.Malformed },
        { "canary", AmoCrmSignatureFailure.Malformed },
        { "a.b.c", AmoCrmSignatureFailure.Malformed },
        { "..", AmoCrmSignatureFailure.Malformed },
        { "a.b.c.d.e", AmoCrmSignatureFailure.Malformed },
        { "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.Y2FuYXJ5Y...U", AmoCrmSignatureFailure.Malformed },
        { new string('a', 100_000), AmoCrmSignatureFailure.Malformed },
        { Tokens.Unsigned("canary", Tokens.WidgetClaims()), AmoCrmSignatureFailure.Malformed },
        { Tokens.Unsigned("""{"alg":"none"}""", Tokens.WidgetClaims()), AmoCrmSignatureFailure.WrongAlgorithm },
        { Tokens.Unsigned("""{"alg":"None"}""", Tokens.WidgetClaims()), AmoCrmSignatureFailure.WrongAlgorithm },
        { Tokens.Unsigned("""{"typ":"JWT"}""", Tokens.WidgetClaims()), AmoCrmSignatureFailure.WrongAlgorithm },
        { Tokens.Unsigned("""{"alg":"RS256"}""", Tokens.WidgetClaims(), "AAAA"), AmoCrmSignatureFailure.WrongAlgorithm },
        { Tokens.Unsigned("""{"alg":"hs256"}""", Tokens.WidgetClaims(), "AAAA"), AmoCrmSignatureFailure.WrongAlgorithm },
        { Tokens.Widget(algorithm: "HS512"), AmoCrmSignatureFailure.WrongAlgorithm },
        { Tokens.Widget(algorithm: "HS384"), AmoCrmSignatureFailure.WrongAlgorithm },
        { Tokens.Unsigned("""{"alg":"HS256"}""", Tokens.WidgetClaims()), AmoCrmSignatureFailure.WrongSignature },
        { Tokens.Unsigned("""{"alg":"HS256"}""", Tokens.WidgetClaims(), "AAAA"), AmoCrmSignatureFailure.WrongSignature },
        { Tokens.Widget(secret: "other-" + Integration.Secret), AmoCrmSignatureFailure.WrongSignature },
        { Tokens.Widget(secret: Integration.ClientId), AmoCrmSignatureFailure.WrongSignature },
        { Tampered(), AmoCrmSignatureFailure.WrongSignature },
        { Tokens.Widget() + "AA", AmoCrmSignatureFailure.WrongSignature },
        { SignedByHand("""{"alg":"HS256"}""", "[1]"), AmoCrmSignatureFailure.Malformed },
        { SignedByHand("""{"alg":"HS256"}""", "not json canary"), AmoCrmSignatureFailure.Malformed },
        { SignedByHand("""{"alg":"HS256"}""", "{}"), AmoCrmSignatureFailure.WrongClaim },
        { Tokens.Widget(Tokens.WidgetClaims().With("iss", "\"https://\"")), AmoCrmSignatureFailure.OtherAccount },
        { Tokens.Widget(Tokens.WidgetClaims().With("aud", "\"https://canary\\uffff\"")), AmoCrmSignatureFailure.OtherAudience },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forgery_is_refused_and_not_quoted(string token, AmoCrmSignatureFailure reason)
    {
        var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateWidgetTokenAsync("sales", token, TestContext.Current.CancellationToken));

        Assert.Equal(reason, exception.Reason);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Null(exception.InnerException);
    }

    [Fact]
    public async Task No_token_is_refused()
    {
        var exception = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateWidgetTokenAsync("sales", null, TestContext.Current.CancellationToken));
        Assert.Equal(AmoCrmSignatureFailure.Malformed, exception.Reason);
    }

    [Fact]
    public async Task A_bot_s_token_is_no_widget_s_and_the_other_way_round()
    {
        var widget = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateWidgetTokenAsync("sales", Tokens.Bot(), TestContext.Current.CancellationToken));
        var bot = await Assert.ThrowsAsync<AmoCrmSignatureException>(() => _validator.ValidateBotTokenAsync("sales", Tokens.Widget(), TestContext.Current.CancellationToken));

        Assert.Equal(AmoCrmSignatureFailure.WrongAlgorithm, widget.Reason);
        Assert.Equal(AmoCrmSignatureFailure.WrongAlgorithm, bot.Reason);
    }

    private static string Tampered()
    {
        var parts = Tokens.Widget(Tokens.WidgetClaims().With("is_admin", "false")).Split('.');
        return $"{parts[0]}.{Base64UrlEncoder.Encode(Tokens.WidgetClaims().ToJsonString())}.{parts[2]}";
    }

    private static string SignedByHand(string header, string payload)
    {
        var signed = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}";
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Integration.Secret), Encoding.ASCII.GetBytes(signed)))}";
    }
}
