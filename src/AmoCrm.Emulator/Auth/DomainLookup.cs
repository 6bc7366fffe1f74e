namespace AmoCrm.Emulator.Auth;

/// <summary>
/// Finds the account host again after a rename: by refresh token on the host of the <c>api_domain</c> claim, or by access token on the www host.
/// These hosts serve all accounts, so the token, not the Host header, names the account.
/// </summary>
internal static class DomainLookup
{
    private const string ByRefreshToken = "/oauth2/account/current/subdomain";
    private const string ByAccessToken = "/oauth2/account/subdomain";

    public static bool Serves(string path) => path is ByRefreshToken or ByAccessToken;

    public static Answer Execute(IReadOnlyList<AccountState> accounts, string method, string path, Func<string, string?> header)
    {
        if (method != "GET")
        {
            return Problems.MethodNotAllowed(method);
        }

        var account = path == ByRefreshToken
            ? accounts.FirstOrDefault(candidate => header("X-Refresh-Token") is { } token && candidate.Tokens.Knows(candidate, token))
            : accounts.FirstOrDefault(candidate => candidate.Id == BearerAuthentication.AccountOf(header("Authorization")));
        return account is null
            ? Problems.Unauthorized("Unauthorized")
            : Answer.Ok(new JsonObject
            {
                ["id"] = account.Id,
                ["subdomain"] = account.Subdomain,
                ["domain"] = account.Host,
                ["top_level_domain"] = account.Host[(account.Host.LastIndexOf('.') + 1)..],
            });
    }
}
