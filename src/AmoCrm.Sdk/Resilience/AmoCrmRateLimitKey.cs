namespace AmoCrm.Sdk;

/// <summary>What amoCRM counts requests by: seven in a second for an integration in an account, fifty for the account.</summary>
/// <param name="Host">The account's host.</param>
/// <param name="ClientId">The integration; null when the settings name none.</param>
public readonly record struct AmoCrmRateLimitKey(string Host, string? ClientId);
