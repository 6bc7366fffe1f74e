using System.Text.Json;

namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>Asks amoCRM where the account of a refresh token is now, which also tells whether that token still lives. https://www.amocrm.ru/developers/content/oauth/step-by-step</summary>
/// <param name="context">What refreshes share.</param>
internal sealed class AccountSearch(TokenRefreshContext context)
{
    /// <summary>Asks on the host that the access token names, which is there in all tokens since August 2024. The refresh token is not spent by it.</summary>
    /// <param name="settings">The agent's settings.</param>
    /// <param name="limit">How long it may take.</param>
    public async Task<(AccountSearchResult Result, AccountHost? Host)> FindAsync(AmoCrmSettings settings, TimeSpan limit)
    {
        if (settings.AccessToken is not { IsEmpty: false } token || AccessTokenClaims.Read(token.Reveal()).ApiDomain is not { } domain || limit <= TimeSpan.Zero)
        {
            return (AccountSearchResult.NotTold, null);
        }

        try
        {
            var response = await context.Endpoint.FindAccountAsync(domain, settings.RefreshToken!, limit, CancellationToken.None).ConfigureAwait(false);
            return response switch
            {
                { IsSuccess: true } when HostIn(response) is { } host => (AccountSearchResult.Found, host),
                { StatusCode: 401 } => (AccountSearchResult.TokenRefused, null),
                _ => (AccountSearchResult.NotTold, null),
            };
        }
        catch (AmoCrmException)
        {
            return (AccountSearchResult.NotTold, null);
        }
    }

    // The next thing that goes to this host is a refresh token: it is held to the rules of every account's host.
    private static AccountHost? HostIn(AmoCrmResponse response)
    {
        var json = response.Json();
        return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("domain", out var domain) && domain.ValueKind == JsonValueKind.String
            && AccountHost.TryParse(domain.GetString(), null, out var host) && host.Value == domain.GetString()
                ? host
                : null;
    }
}
