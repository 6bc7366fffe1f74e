using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AmoCrm.Emulator.Recording;

/// <summary>What may be told of the body of a token request.</summary>
internal static class TokenCallBody
{
    /// <summary>The grant type where it is one of amoCRM's, and the fingerprint of what was presented; empty texts for the rest.</summary>
    public static (string GrantType, string Fingerprint) Read(string body)
    {
        try
        {
            var json = LastWinsJson.Parse(body);
            return json.Text("grant_type") switch
            {
                "authorization_code" => ("authorization_code", Fingerprint(json.Text("code"))),
                "refresh_token" => ("refresh_token", Fingerprint(json.Text("refresh_token"))),
                _ => (string.Empty, string.Empty),
            };
        }
        catch (JsonException)
        {
            return (string.Empty, string.Empty);
        }
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256; empty for nothing.</summary>
    public static string Fingerprint(string? secret) =>
        string.IsNullOrEmpty(secret)
            ? string.Empty
            : string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).Take(8).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
}
