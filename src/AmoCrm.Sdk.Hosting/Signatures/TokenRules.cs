using Microsoft.IdentityModel.JsonWebTokens;

namespace AmoCrm.Sdk.Hosting;

/// <summary>What has to be true of the claims of a token that amoCRM signed.</summary>
internal static class TokenRules
{
    public static void CheckIntegration(TokenClaims claims, SignatureKeys keys)
    {
        if (!string.Equals(claims.Text("client_uuid"), keys.ClientId, StringComparison.OrdinalIgnoreCase))
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.OtherIntegration, $"The token is meant for another integration than the one of {SettingsKeys.ClientId}.");
        }
    }

    /// <summary>The audience is the base of the redirect URI. amoCRM's own client leaves the port out of it, so that of a token may be missing.</summary>
    public static void CheckAudience(TokenClaims claims, SignatureKeys keys)
    {
        var redirectUri = keys.RedirectUri;
        if (!claims.Texts(JwtRegisteredClaimNames.Aud).Any(audience => IsBaseOf(audience, redirectUri)))
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.OtherAudience, $"The token is meant for another address than that of {SettingsKeys.RedirectUri}.");
        }
    }

    public static AccountHost Account(TokenClaims claims, SignatureKeys keys)
    {
        var account = HostOf(claims.Text(JwtRegisteredClaimNames.Iss))
            ?? throw new AmoCrmSignatureException(AmoCrmSignatureFailure.OtherAccount, "The token's claim 'iss' is no https address of an account of amoCRM.");
        if (!string.Equals(claims.Text("subdomain"), account.Subdomain, StringComparison.OrdinalIgnoreCase))
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.OtherAccount, "The token's claims 'iss' and 'subdomain' name different accounts.");
        }

        return keys.Account is null || keys.Account == account
            ? account
            : throw new AmoCrmSignatureException(
                AmoCrmSignatureFailure.OtherAccount,
                $"The token is of another account than the one of {SettingsKeys.Subdomain}. If that account was renamed, write its new subdomain there; to take tokens of every account, check with settings that name none.");
    }

    public static void CheckBegun(DateTimeOffset begin, TimeProvider time, TimeSpan skew)
    {
        if (begin - skew > time.GetUtcNow())
        {
            throw new AmoCrmSignatureException(AmoCrmSignatureFailure.NotYetValid, "The token is not valid yet: check the clock of this machine.");
        }
    }

    public static DateTimeOffset End(TokenClaims claims, TimeProvider time, TimeSpan skew)
    {
        var end = claims.Time(JwtRegisteredClaimNames.Exp);
        return time.GetUtcNow() - skew < end
            ? end
            : throw new AmoCrmSignatureException(AmoCrmSignatureFailure.Expired, "The token has expired: a new one is needed for each request.");
    }

    // Compared as a text: a parser of addresses would forgive what no address of an account has.
    private static AccountHost? HostOf(string issuer)
    {
        const string Scheme = "https://";
        if (!issuer.StartsWith(Scheme, StringComparison.Ordinal) || issuer.Length == Scheme.Length)
        {
            return null;
        }

        var host = issuer.EndsWith('/') ? issuer[Scheme.Length..^1] : issuer[Scheme.Length..];
        return AccountHost.TryParse(host, null, out var account) && string.Equals(host, account.Value, StringComparison.OrdinalIgnoreCase) ? account : null;
    }

    private static bool IsBaseOf(string audience, Uri redirectUri) =>
        Uri.TryCreate(audience, UriKind.Absolute, out var uri)
        && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
        && uri.Scheme == redirectUri.Scheme
        && IdnHostOf(uri) is { } host
        && host == IdnHostOf(redirectUri)
        && (uri.Port == redirectUri.Port || uri.IsDefaultPort);

    // An address may be parsed and have a host that no name server could be asked for: it throws then.
    private static string? IdnHostOf(Uri uri)
    {
        try
        {
            return uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
