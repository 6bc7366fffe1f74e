using AmoCrm.Emulator.Hosting;

namespace AmoCrm.Emulator.Auth;

/// <summary>
/// Finds the account host again after a rename: by refresh token on the host of the <c>api_domain</c> claim, or by access token on the www host.
/// These hosts serve all accounts, so the token, not the Host header, names the account.
/// </summary>
internal static class DomainLookup
{
    private const string ByRefreshToken = "/oauth2/account/current/subdomain";
    private const string ByAccessToken = "/oauth2/account/subdomain";

    public static bool Serves(string host, string path) =>
        (path == ByRefreshToken && ServiceHosts.IsApi(host)) || (path == ByAccessToken && ServiceHosts.IsWww(host));

    public static Answer Execute(IReadOnlyList<AccountState> accounts, IncomingRequest incoming)
    {
        if (incoming.Method != "GET")
        {
            return Problems.MethodNotAllowed(incoming.Method);
        }

        Func<AccountState, bool> owns = incoming.Path == ByRefreshToken ? account => OwnsRefreshToken(account, incoming) : account => OwnsAccessToken(account, incoming);
        return accounts.Select(account => Describe(account, owns)).FirstOrDefault(answer => answer is not null) ?? Problems.Unauthorized("Unauthorized");
    }

    private static Answer? Describe(AccountState account, Func<AccountState, bool> owns)
    {
        lock (account.Gate)
        {
            return !owns(account)
                ? null
                : Answer.Ok(new JsonObject
                {
                    ["id"] = account.Id,
                    ["subdomain"] = account.Subdomain,
                    ["domain"] = account.Host,
                    ["top_level_domain"] = account.Host[(account.Host.LastIndexOf('.') + 1)..],
                });
        }
    }

    /// <summary>A shard knows its own accounts only: any other api-… host than that of the claim refuses the token.</summary>
    private static bool OwnsRefreshToken(AccountState account, IncomingRequest incoming) =>
        string.Equals(incoming.Host, account.ApiHost, StringComparison.OrdinalIgnoreCase)
        && incoming.Header("X-Refresh-Token") is { } token && account.Tokens.Knows(account, token);

    private static bool OwnsAccessToken(AccountState account, IncomingRequest incoming) =>
        BearerAuthentication.IsValid(account, incoming.Header("Authorization"));
}
