namespace AmoCrm.Sdk.Auth.Refresh;

/// <summary>Whose tokens a refresh is about: the settings of one agent may come to name another integration.</summary>
internal sealed record TokenFlightKey(string AgentId, string? ClientId);
