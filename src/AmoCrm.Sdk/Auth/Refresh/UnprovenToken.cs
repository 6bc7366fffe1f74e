namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>An access token that was received and has not worked yet.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="AfterRefusal">Whether it took the place of one that amoCRM had refused. If it is refused as well, the trouble is not its age.</param>
/// <param name="Since">When it was received, by this machine's clock.</param>
internal sealed record UnprovenToken(AmoCrmSecret AccessToken, bool AfterRefusal, DateTimeOffset Since);
