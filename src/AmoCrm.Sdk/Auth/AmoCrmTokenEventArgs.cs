namespace AmoCrm.Sdk;

/// <summary>Something that happened to an agent's tokens.</summary>
/// <param name="agentId">The agent.</param>
/// <param name="state">How things stand now.</param>
public sealed class AmoCrmTokenEventArgs(string agentId, AmoCrmAuthorizationState state) : EventArgs
{
    /// <summary>The agent.</summary>
    public string AgentId { get; } = agentId;

    /// <summary>How things stand now.</summary>
    public AmoCrmAuthorizationState State { get; } = state;
}
