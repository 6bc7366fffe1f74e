namespace AmoCrm.Emulator.Auth;

/// <summary>Finds out who asks, from <c>Authorization</c> and <c>X-Context-User-ID</c>.</summary>
internal static class BearerAuthentication
{
    private const string Scheme = "Bearer ";

    public static string? ClientOf(string? authorization) => Claims(authorization).Text("aud");

    public static long? AccountOf(string? authorization) => Claims(authorization).Long("account_id");

    /// <exception cref="ProblemException">401 or 403: nobody that the account knows, or no right to act for another.</exception>
    public static Caller Authenticate(AccountState account, Func<string, string?> header)
    {
        var claims = Claims(header("Authorization")) ?? throw new ProblemException(Problems.Unauthorized("Unauthorized"));
        var userId = long.Parse(claims.Text("sub")!, CultureInfo.InvariantCulture);
        if (claims.Long("exp") <= account.Clock.GetUtcNow().ToUnixTimeSeconds())
        {
            throw new ProblemException(Problems.Unauthorized("Token has expired"));
        }

        if (claims.Long("account_id") != account.Id || account.Users.Find(userId) is null)
        {
            throw new ProblemException(Problems.Unauthorized("The user is not in this account (error code 112)"));
        }

        var client = claims.Text("aud")!;
        return header("X-Context-User-ID") is { } other ? new Caller(ContextUser(account, userId, other), client) : new Caller(userId, client);
    }

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
