using System.Security.Cryptography;
using System.Text;

namespace AmoCrm.Sdk;

/// <summary>Tells whether it is still the same refresh token, and used in the same way, without keeping it: two hashes, one of the token and one of all that decides whether it works.</summary>
internal static class TokenFingerprint
{
    private const int Bytes = 12;

    public static string Of(AmoCrmSettings settings) => $"{OfToken(settings)}.{OfUse(settings)}";

    /// <summary>
    /// Whether a note is about the refresh token that is there. One that says "refused" is void as soon as anything changes by which it may work again: the client secret, the
    /// host. One that says "perhaps spent" stays while the token is the same, for a host that is spelt in another way does not make it whole again.
    /// </summary>
    public static bool IsAbout(AmoCrmTokenSpending spending, AmoCrmSettings settings) =>
        spending.State == AmoCrmSpendingState.Refused
            ? spending.Fingerprint == Of(settings)
            : spending.Fingerprint.StartsWith($"{OfToken(settings)}.", StringComparison.Ordinal);

    private static string OfToken(AmoCrmSettings settings) => Hash(settings.RefreshToken?.Reveal());

    // A separator that none of them can hold.
    private static string OfUse(AmoCrmSettings settings) =>
        Hash(string.Join('\n', settings.ClientId, settings.ClientSecret?.Reveal(), settings.RedirectUri, settings.Subdomain, settings.Domain));

    private static string Hash(string? text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text ?? string.Empty)), 0, Bytes).ToLowerInvariant();
}
