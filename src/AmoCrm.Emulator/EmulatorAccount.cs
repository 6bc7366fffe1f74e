namespace AmoCrm.Emulator;

/// <summary>What an integration needs to know about one account: where it is and how to get in.</summary>
/// <param name="Host">The logical host, sent as the Host header.</param>
/// <param name="AccountId">The account's id.</param>
/// <param name="AccessToken">A JWT of the administrator, valid for a year and not refreshed (a long-lived token).</param>
/// <param name="RefreshToken">A refresh token of the administrator; single use.</param>
/// <param name="AuthorizationCode">An authorization code; single use.</param>
/// <param name="ClientId">The integration's id.</param>
/// <param name="ClientSecret">The integration's secret.</param>
/// <param name="RedirectUri">The integration's redirect URI, which token requests must repeat.</param>
public sealed record EmulatorAccount(
    string Host,
    long AccountId,
    string AccessToken,
    string RefreshToken,
    string AuthorizationCode,
    string ClientId,
    string ClientSecret,
    string RedirectUri)
{
    /// <summary>The type and the host; no secrets.</summary>
    public override string ToString() => $"{nameof(EmulatorAccount)} {Host}";
}
