namespace AmoCrm.Sdk;

/// <summary>An access token and the refresh token that came with it. <see cref="ToString"/> shows neither.</summary>
/// <param name="AccessToken">The access token; null where only the other one was known. Member <c>access_token</c>.</param>
/// <param name="RefreshToken">The refresh token. Member <c>refresh_token</c>.</param>
/// <param name="At">When the pair was put where it is, by the clock of the store (UTC). Member <c>at</c>.</param>
public sealed record AmoCrmTokenPair(AmoCrmSecret? AccessToken, AmoCrmSecret? RefreshToken, DateTimeOffset At);
