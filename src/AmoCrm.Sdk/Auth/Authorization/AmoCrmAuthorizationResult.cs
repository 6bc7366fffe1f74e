namespace AmoCrm.Sdk;

/// <summary>An authorisation that is complete: its tokens are in the store.</summary>
/// <param name="AgentId">The agent whose tokens they are.</param>
/// <param name="Host">The account in which the integration was authorised. It is in the agent's settings now, whatever was there before.</param>
/// <param name="ExpiresAt">When the access token ends (UTC); null when it does not say. Clients refresh it by themselves before that.</param>
public sealed record AmoCrmAuthorizationResult(string AgentId, AccountHost Host, DateTimeOffset? ExpiresAt);
