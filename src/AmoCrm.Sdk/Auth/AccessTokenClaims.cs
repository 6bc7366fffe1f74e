using System.Text;
using System.Text.Json;

namespace AmoCrm.Sdk.Auth;

/// <summary>
/// What an access token says about itself. Its signature is not ours to check: amoCRM does, and nothing but the time of a refresh depends on what is read here, and the
/// host of <see cref="ApiDomain"/>, which is checked by itself.
/// </summary>
/// <param name="issuedAt">Claim <c>iat</c> (unix seconds); null when there is none.</param>
/// <param name="expiresAt">Claim <c>exp</c> (unix seconds); null when there is none, or when it is no JWT: then only a 401 tells.</param>
/// <param name="clientId">Claim <c>aud</c>, the integration; null when there is none.</param>
/// <param name="accountId">Claim <c>account_id</c>; null when there is none.</param>
/// <param name="apiDomain">Claim <c>api_domain</c>; null when there is none that is allowed.</param>
internal sealed class AccessTokenClaims(DateTimeOffset? issuedAt, DateTimeOffset? expiresAt, string? clientId, long? accountId, ApiDomain? apiDomain)
{
    public DateTimeOffset? IssuedAt => issuedAt;

    public DateTimeOffset? ExpiresAt => expiresAt;

    public string? ClientId => clientId;

    public long? AccountId => accountId;

    public ApiDomain? ApiDomain => apiDomain;

    private const int LongestToken = 16 * 1024;

    private static readonly AccessTokenClaims None = new(null, null, null, null, null);

    public static AccessTokenClaims Read(string token)
    {
        if (token.Length > LongestToken || Payload(token) is not { } json)
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var claims = document.RootElement;
            if (claims.ValueKind != JsonValueKind.Object)
            {
                return None;
            }

            var account = claims.TryGetProperty("account_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : (long?)null;
            return new AccessTokenClaims(Time(claims, "iat"), Time(claims, "exp"), Text(claims, "aud"), account, Auth.ApiDomain.TryParse(Text(claims, "api_domain"), out var apiDomain) ? apiDomain : null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a text that is no UTF-8.
            return None;
        }
    }

    private static byte[]? Payload(string token)
    {
        var start = token.IndexOf('.', StringComparison.Ordinal) + 1;
        var end = start == 0 ? -1 : token.IndexOf('.', start);
        if (end < 0)
        {
            return null;
        }

        var base64 = new StringBuilder(token, start, end - start, end - start + 3).Replace('-', '+').Replace('_', '/');
        base64.Append('=', (4 - (base64.Length % 4)) % 4);
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.ToString(), bytes, out var count) ? bytes[..count] : null;
    }

    private static string? Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement claims, string name)
    {
        const long EndOfTime = 253_402_300_799;
        return claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and <= EndOfTime
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;
    }
}
