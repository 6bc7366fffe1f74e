using System.Security.Cryptography;
using System.Text;

namespace AmoCrm.Emulator.Auth;

/// <summary>The grants of an account: codes and refresh tokens, of which each works once, and access tokens. Whoever calls holds the account's gate.</summary>
/// <param name="seed">What the secrets are made from: the account's first host, so that a rename cannot make one twice.</param>
internal sealed class TokenStore(string seed)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(20);

    private readonly Dictionary<string, SingleUseSecret> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SingleUseSecret> _refreshTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Grant> _accessTokens = new(StringComparer.Ordinal);
    private long _issued;

    public string IssueCode(AccountState account, Grant grant) => Issue(_codes, account, grant, CodeLifetime);

    public string IssueRefreshToken(AccountState account, Grant grant, TimeSpan lifetime) => Issue(_refreshTokens, account, grant, lifetime);

    public string IssueAccessToken(AccountState account, Grant grant, TimeSpan lifetime)
    {
        var now = account.Clock.GetUtcNow();
        var id = NextSecret();
        _accessTokens[id] = grant;
        return JsonWebToken.Create(new JsonObject
        {
            ["aud"] = EmulatorDemo.ClientId,
            ["jti"] = id,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["sub"] = grant.UserId.ToString(CultureInfo.InvariantCulture),
            ["grant_type"] = string.Empty,
            ["account_id"] = account.Id,
            ["base_domain"] = account.BaseDomain,
            ["version"] = 2,
            ["scopes"] = new JsonArray("crm", "notifications"),
            ["hash_uuid"] = $"20000000-0000-4000-8000-{account.Id:d12}",
            ["api_domain"] = account.ApiHost,
        });
    }

    /// <summary>Spends a code; null where it does not work.</summary>
    public Grant? TakeCode(AccountState account, string code) =>
        _codes.TryGetValue(code, out var found) && Spend(found, account) ? found.Grant : null;

    /// <summary>Spends a refresh token; null where it does not work. The second use ends the grant if <paramref name="reuseRevokes"/>.</summary>
    public Grant? TakeRefreshToken(AccountState account, string token, bool reuseRevokes)
    {
        if (!_refreshTokens.TryGetValue(token, out var found))
        {
            return null;
        }

        // Age is looked at first: a token that is long dead revokes nothing.
        var isReuse = found.IsSpent && !found.IsExpired(account.Clock.GetUtcNow());
        found.Grant.IsRevoked |= isReuse && reuseRevokes;
        return Spend(found, account) ? found.Grant : null;
    }

    public bool Knows(AccountState account, string refreshToken) =>
        _refreshTokens.TryGetValue(refreshToken, out var found) && found.IsLive(account.Clock.GetUtcNow());

    /// <summary>Whether the access token with this <c>jti</c> was taken back.</summary>
    public bool IsRevoked(string? id) => id is not null && _accessTokens.TryGetValue(id, out var grant) && grant.IsRevoked;

    /// <summary>Takes back all that was issued until now.</summary>
    public void RevokeAll()
    {
        foreach (var grant in _codes.Values.Concat(_refreshTokens.Values).Select(secret => secret.Grant).Concat(_accessTokens.Values))
        {
            grant.IsRevoked = true;
        }
    }

    private static bool Spend(SingleUseSecret secret, AccountState account)
    {
        var works = secret.IsLive(account.Clock.GetUtcNow());
        secret.IsSpent |= works;
        return works;
    }

    private string Issue(Dictionary<string, SingleUseSecret> secrets, AccountState account, Grant grant, TimeSpan lifetime)
    {
        var secret = "def50200" + NextSecret();
        secrets[secret] = new SingleUseSecret(grant, account.Clock.GetUtcNow() + lifetime);
        return secret;
    }

    /// <summary>Looks random and repeats from run to run.</summary>
    private string NextSecret() =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{++_issued}")).Select(part => part.ToString("x2", CultureInfo.InvariantCulture)));
}
