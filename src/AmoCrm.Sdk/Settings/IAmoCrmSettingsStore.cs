namespace AmoCrm.Sdk;

/// <summary>A place where the settings of agents are kept and can be changed.</summary>
public interface IAmoCrmSettingsStore : IAmoCrmSettingsResolver
{
    /// <summary>Writes the settings of one agent. What else the document holds stays as it is; a null setting is removed.</summary>
    /// <param name="agentId">The agent; it is added when it is new.</param>
    /// <param name="settings">All settings of the agent.</param>
    /// <param name="cancellationToken">Cancels the writing; what was there then stays whole.</param>
    /// <exception cref="AmoCrmSettingsStoreException">The place cannot be written.</exception>
    Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default);
}
