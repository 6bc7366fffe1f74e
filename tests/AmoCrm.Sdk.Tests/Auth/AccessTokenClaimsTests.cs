using System.Text;
using AmoCrm.Sdk.Auth;

namespace AmoCrm.Sdk.Tests.Auth;

public sealed class AccessTokenClaimsTests
{
    [Fact]
    public void What_a_token_says_is_read()
    {
        var claims = Read("""{"aud":"integration","iat":1700000000,"exp":1700086400.9,"account_id":28847170,"api_domain":"api-b.amocrm.ru"}""");

        Assert.Equal("integration", claims.ClientId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), claims.IssuedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_086_400), claims.ExpiresAt);
        Assert.Equal(28_847_170, claims.AccountId);
        Assert.Equal("api-b.amocrm.ru", claims.ApiDomain?.Value);
    }

    [Theory]
    [InlineData("""{"exp":1700086400,"account_id":"28847170"}""")]
    [InlineData("""{"exp":1700086400,"account_id":1.5}""")]
    [InlineData("""{"exp":1700086400,"iat":"1700000000"}""")]
    [InlineData("""{"exp":1700086400,"iat":-1}""")]
    [InlineData("""{"exp":1700086400,"iat":253402300800}""")]
    [InlineData("""{"exp":1700086400,"aud":["integration"]}""")]
    [InlineData("""{"exp":1700086400,"api_domain":5}""")]
    public void A_claim_of_another_kind_is_as_good_as_none_and_the_others_count(string payload)
    {
        AssertSays(DateTimeOffset.FromUnixTimeSeconds(1_700_086_400), Read(payload));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(253_402_300_799)]
    public void The_first_and_the_last_moment_are_times(long seconds)
    {
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(seconds), Read($$"""{"exp":{{seconds}}}""").ExpiresAt);
    }

    // Lengths that need no, two and one padding character.
    [Theory]
    [InlineData("""{"aud":"ab"}""")]
    [InlineData("""{"aud":"abc"}""")]
    [InlineData("""{"aud":"abcd"}""")]
    [InlineData("""{"aud":"ÿÿ>>??"}""")]
    public void Base64_comes_in_the_alphabet_of_addresses_and_without_padding(string payload)
    {
        Assert.Equal(payload[8..^2], Read(payload).ClientId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("opaque")]
    [InlineData("head.eyJhdWQiOiJhYiJ9")]
    [InlineData("head.%%%.signature")]
    [InlineData("head.e30x.signature")]
    [InlineData("head..signature")]
    [InlineData("..")]
    public void What_is_no_token_says_nothing(string token)
    {
        AssertSays(null, AccessTokenClaims.Read(token));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    public void A_payload_that_is_no_object_says_nothing(string payload)
    {
        AssertSays(null, Read(payload));
    }

    [Fact]
    public void A_token_longer_than_16_KiB_is_not_looked_into()
    {
        var token = Token("""{"aud":"ab"}""");

        Assert.Equal("ab", AccessTokenClaims.Read(token.PadRight(16 * 1024, 'x')).ClientId);
        Assert.Null(AccessTokenClaims.Read(token.PadRight((16 * 1024) + 1, 'x')).ClientId);
    }

    /// <summary>When it ends, and nothing else.</summary>
    private static void AssertSays(DateTimeOffset? expiresAt, AccessTokenClaims claims) =>
        Assert.Equal((null, expiresAt, null, null, null), (claims.IssuedAt, claims.ExpiresAt, claims.ClientId, claims.AccountId, claims.ApiDomain));

    private static AccessTokenClaims Read(string payload) => AccessTokenClaims.Read(Token(payload));

    private static string Token(string payload) =>
        $"head.{Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.signature";
}
