namespace AmoCrm.Sdk;

/// <summary>An authorisation that is complete: its tokens are in the store.</summary>
public sealed record AmoCrmAuthorizationResult
{
    internal AmoCrmAuthorizationResult(string agentId, AccountHost host, DateTimeOffset? expiresAt)
    {
        AgentId = agentId;
        Host = host;
        ExpiresAt = expiresAt;
    }

    /// <summary>The agent whose tokens they are.</summary>
    public string AgentId { get; }

    /// <summary>The account in which the integration was authorised. It is in the agent's settings now, whatever was there before.</summary>
    public AccountHost Host { get; }

    /// <summary>When the access token ends (UTC); null when it does not say. Clients refresh it by themselves before that.</summary>
    public DateTimeOffset? ExpiresAt { get; }
}
