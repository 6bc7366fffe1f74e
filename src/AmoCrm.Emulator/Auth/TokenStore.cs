using System.Security.Cryptography;
using System.Text;

namespace AmoCrm.Emulator.Auth;

/// <summary>Codes and refresh tokens of an account. Each works once.</summary>
internal sealed class TokenStore
{
    private readonly Dictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> _refreshTokens = new(StringComparer.Ordinal);
    private long _issued;

    public string IssueCode(AccountState account, long userId) =>
        Issue(_codes, account, new Grant(userId, account.Clock.GetUtcNow().AddMinutes(20)));

    public string IssueRefreshToken(AccountState account, long userId, TimeSpan lifetime) =>
        Issue(_refreshTokens, account, new Grant(userId, account.Clock.GetUtcNow() + lifetime));

    public string IssueAccessToken(AccountState account, long userId, TimeSpan lifetime)
    {
        var now = account.Clock.GetUtcNow();
        var domain = account.Host[(account.Host.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return JsonWebToken.Create(new JsonObject
        {
            ["aud"] = EmulatorDemo.ClientId,
            ["jti"] = NextSecret(account),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["sub"] = userId.ToString(CultureInfo.InvariantCulture),
            ["grant_type"] = string.Empty,
            ["account_id"] = account.Id,
            ["base_domain"] = domain,
            ["version"] = 2,
            ["scopes"] = new JsonArray("crm", "notifications"),
            ["hash_uuid"] = $"20000000-0000-4000-8000-{account.Id:d12}",
            ["api_domain"] = "api-a." + domain,
        });
    }

    public Grant? TakeCode(AccountState account, string code) => Take(_codes, account, code);

    public Grant? TakeRefreshToken(AccountState account, string token) => Take(_refreshTokens, account, token);

    public bool Knows(AccountState account, string refreshToken) =>
        _refreshTokens.TryGetValue(refreshToken, out var grant) && grant.ExpiresAt > account.Clock.GetUtcNow();

    private static Grant? Take(Dictionary<string, Grant> grants, AccountState account, string key) =>
        grants.Remove(key, out var grant) && grant.ExpiresAt > account.Clock.GetUtcNow() ? grant : null;

    private string Issue(Dictionary<string, Grant> grants, AccountState account, Grant grant)
    {
        var secret = "def50200" + NextSecret(account);
        grants[secret] = grant;
        return secret;
    }

    /// <summary>Looks random and repeats from run to run.</summary>
    private string NextSecret(AccountState account) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Host}/{++_issued}")).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
}
