using Microsoft.IdentityModel.Tokens;

namespace AmoCrm.Sdk.Hosting.Tests.TestSupport;

/// <summary>Access tokens that say when they were given and when they end.</summary>
internal static class AccessTokens
{
    public static string Of(DateTimeOffset issuedAt, TimeSpan life) =>
        $"{Base64UrlEncoder.Encode("""{"alg":"RS256"}""")}.{Base64UrlEncoder.Encode($$"""{"iat":{{issuedAt.ToUnixTimeSeconds()}},"exp":{{(issuedAt + life).ToUnixTimeSeconds()}}}""")}.canary";
}
