using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrm.Sdk.Hosting.Tests.TestSupport;

/// <summary>Makes the tokens that amoCRM makes, and those that it does not.</summary>
internal static class Tokens
{
    /// <summary>When they are made.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static JsonObject WidgetClaims() => new()
    {
        ["iss"] = "https://mycompany.amocrm.ru",
        ["aud"] = "https://example.com",
        ["jti"] = "token-canary-1",
        ["iat"] = Now.ToUnixTimeSeconds(),
        ["nbf"] = Now.ToUnixTimeSeconds(),
        ["exp"] = Now.AddMinutes(30).ToUnixTimeSeconds(),
        ["account_id"] = 12345678,
        ["user_id"] = 87654321,
        ["subdomain"] = "mycompany",
        ["client_uuid"] = Integration.ClientId,
        ["is_admin"] = true,
    };

    public static JsonObject BotClaims() => new()
    {
        ["iss"] = "https://mycompany.amocrm.ru",
        ["subdomain"] = "mycompany",
        ["client_uuid"] = Integration.ClientId,
        ["account_id"] = 12345678,
        ["entity_id"] = 5001,
        ["entity_type"] = 2,
        ["bot_type"] = "salesbot",
        ["exp"] = Now.AddMinutes(30).ToUnixTimeSeconds(),
    };

    public static JsonObject With(this JsonObject claims, string claim, string? json)
    {
        if (json is null)
        {
            claims.Remove(claim);
        }
        else
        {
            claims[claim] = JsonNode.Parse(json);
        }

        return claims;
    }

    public static string Widget(JsonObject? claims = null, string algorithm = "HS256", string secret = Integration.Secret) => Sign(claims ?? WidgetClaims(), algorithm, secret);

    public static string Bot(JsonObject? claims = null, string algorithm = "HS512", string secret = Integration.Secret) => Sign(claims ?? BotClaims(), algorithm, secret);

    /// <summary>A token with a header of one's own choosing and whatever stands for a signature.</summary>
    public static string Unsigned(string header, JsonObject claims, string signature = "") =>
        $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{signature}";

    private static string Sign(JsonObject claims, string algorithm, string secret) =>
        Handler.CreateToken(claims.ToJsonString(), new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), algorithm));
}
