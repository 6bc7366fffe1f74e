using System.Security.Cryptography;
using System.Text;

namespace AmoCrm.Sdk;

/// <summary>Tells whether it is still the same refresh token, used in the same way, without keeping it.</summary>
internal static class TokenFingerprint
{
    private const int Bytes = 16;

    /// <summary>Of everything that decides whether a refresh token works: once somebody mends the client secret or logs in again, what was noted before is void.</summary>
    public static string Of(AmoCrmSettings settings)
    {
        // A separator that none of them can hold.
        var text = string.Join('\n', settings.RefreshToken?.Reveal(), settings.ClientId, settings.ClientSecret?.Reveal(), settings.RedirectUri, settings.Subdomain, settings.Domain);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, Bytes).ToLowerInvariant();
    }
}
