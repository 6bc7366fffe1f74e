using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Emulator.Auth;

/// <summary>Access tokens: JWTs in form, signed with HS256 by a key that is of no use elsewhere.</summary>
internal static class JsonWebToken
{
    private static readonly byte[] Key = "amocrm-emulator-signing-key-of-no-use-elsewhere"u8.ToArray();

    public static string Create(JsonObject claims)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "HS256", ["jti"] = claims.Text("jti") };
        var signed = Encode(Encoding.UTF8.GetBytes(header.ToJsonString())) + "." + Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()));
        return signed + "." + Encode(Sign(signed));
    }

    /// <summary>The claims of a token with a good signature; null for anything else.</summary>
    public static JsonObject? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !string.Equals(parts[2], Encode(Sign(parts[0] + "." + parts[1])), StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(Decode(parts[1])) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Sign(string text) => HMACSHA256.HashData(Key, Encoding.ASCII.GetBytes(text));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
