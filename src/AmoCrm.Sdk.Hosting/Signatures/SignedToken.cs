using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Verifies a token's form, algorithm and signature. What it says is looked at only after that.</summary>
internal static class SignedToken
{
    public const string WidgetAlgorithm = SecurityAlgorithms.HmacSha256;
    public const string BotAlgorithm = SecurityAlgorithms.HmacSha512;

    private const int LongestToken = 8 * 1024;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = LongestToken };

    /// <param name="token">The token as it came.</param>
    /// <param name="algorithm">The one algorithm that this kind of token has.</param>
    /// <param name="keys">What to verify with.</param>
    public static async Task<TokenClaims> VerifyAsync(string? token, string algorithm, SignatureKeys keys)
    {
        var parsed = Parse(token);

        // Ordinal, and before anything is verified: with "whatever the header says" a forger chooses.
        if (parsed.Alg != algorithm)
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.WrongAlgorithm, $"The token is not signed with {algorithm}, as tokens of this kind are.");
        }

        var result = await Handler.ValidateTokenAsync(parsed, new TokenValidationParameters
        {
            ValidAlgorithms = [algorithm],
            IssuerSigningKey = Key(keys, algorithm),
            RequireSignedTokens = true,

            // amoCRM's rules for these differ from the standard's: AmoCrmDisposableTokenValidator checks them, with its own clock.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        }).ConfigureAwait(false);

        // The library's exception is not passed on: its text is not ours to vouch for.
        return result.IsValid
            ? new TokenClaims(Payload(parsed))
            : throw new AmoCrmSignatureException(
                AmoCrmSignatureFailure.WrongSignature,
                $"The token's signature is wrong: it does not come from amoCRM, or {SettingsKeys.ClientSecret} is not the integration's present one.");
    }

    private static JsonWebToken Parse(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > LongestToken)
        {
            throw Malformed();
        }

        try
        {
            var parsed = Handler.ReadJsonWebToken(token);
            return parsed.IsEncrypted ? throw Malformed() : parsed;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or SecurityTokenException)
        {
            throw Malformed();
        }
    }

    private static JsonElement Payload(JsonWebToken token)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Malformed();
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    // A key shorter than the hash is refused by the standard; amoCRM's secrets have 64 characters, so a shorter one was not copied whole.
    private static SymmetricSecurityKey Key(SignatureKeys keys, string algorithm)
    {
        var bytes = Encoding.UTF8.GetBytes(keys.ClientSecret);
        var least = algorithm == WidgetAlgorithm ? 32 : 64;
        return bytes.Length >= least
            ? new SymmetricSecurityKey(bytes)
            : throw keys.Wrong(SettingsKeys.ClientSecret, $"is shorter than the {least} characters that {algorithm} needs: copy the integration's secret key whole");
    }

    private static AmoCrmSignatureException Malformed() => new(AmoCrmSignatureFailure.Malformed, "There is no token, or it is no JSON Web Token.");
}
