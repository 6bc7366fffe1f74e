namespace AmoCrm.Emulator.Auth;

/// <summary>Finds out who asks, from <c>Authorization</c> and <c>X-Context-User-ID</c>.</summary>
internal static class BearerAuthentication
{
    private const string Scheme = "Bearer ";

    public static string? ClientOf(string? authorization) => Claims(authorization).Text("aud");

    /// <exception cref="ProblemException">401 or 403: nobody that the account knows, or no right to act for another.</exception>
    public static Caller Authenticate(AccountState account, Func<string, string?> header)
    {
        var claims = Claims(header("Authorization"));
        if (Refusal(account, claims) is { } refusal)
        {
            throw new ProblemException(Problems.Unauthorized(refusal));
        }

        var (userId, client) = (UserOf(claims), claims.Text("aud")!);
        return header("X-Context-User-ID") is { } other ? new Caller(ContextUser(account, userId, other), client) : new Caller(userId, client);
    }

    /// <summary>Whether the token opens the account.</summary>
    public static bool IsValid(AccountState account, string? authorization) => Refusal(account, Claims(authorization)) is null;

    /// <summary>What is wrong with a token; null for a good one.</summary>
    private static string? Refusal(AccountState account, JsonObject? claims)
    {
        if (claims is null)
        {
            return "Unauthorized";
        }

        if (claims.Long("exp") <= account.Clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return "Token has expired";
        }

        if (account.Tokens.IsRevoked(claims.Text("jti")))
        {
            return "Token has been revoked";
        }

        return claims.Long("account_id") != account.Id || account.Users.Find(UserOf(claims)) is null ? "The user is not in this account (error code 112)" : null;
    }

    private static long UserOf(JsonObject? claims) => long.Parse(claims.Text("sub")!, CultureInfo.InvariantCulture);

    private static long ContextUser(AccountState account, long userId, string text)
    {
        if (!account.Users.IsAdmin(userId))
        {
            throw new ProblemException(Problems.Forbidden("Only a token of an administrator may act for another user"));
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            || account.Users.Find(other) is not { } user || user.Child("rights").Flag("is_free") == true)
        {
            throw new ProblemException(Problems.Unauthorized("Context user is not available"));
        }

        return other;
    }

    private static JsonObject? Claims(string? authorization) =>
        authorization?.StartsWith(Scheme, StringComparison.Ordinal) == true ? JsonWebToken.Read(authorization[Scheme.Length..]) : null;
}
