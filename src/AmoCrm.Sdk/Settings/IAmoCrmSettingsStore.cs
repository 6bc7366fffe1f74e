namespace AmoCrm.Sdk;

/// <summary>A place where the settings of agents are kept and can be changed.</summary>
public interface IAmoCrmSettingsStore : IAmoCrmSettingsResolver
{
    /// <summary>Writes all settings of one agent, tokens included, over whatever is there. What else the document holds stays as it is; a null setting is removed.</summary>
    /// <remarks>
    /// For an agent that is new, and for tokens that nobody refreshes. Settings that were read, changed and given to this method bring back the tokens that were read: when a refresh came in
    /// between, its pair is lost, and a person has to authorise the integration again. To change settings of an agent that is at work, use <see cref="IAmoCrmTokenStore.TryWriteTokensAsync"/>,
    /// which refuses in that case.
    /// </remarks>
    /// <param name="agentId">The agent; it is added when it is new.</param>
    /// <param name="settings">All settings of the agent.</param>
    /// <param name="cancellationToken">Cancels the writing; what was there then stays whole.</param>
    /// <exception cref="AmoCrmSettingsStoreException">The place cannot be written.</exception>
    Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default);

    /// <summary>The agents that have a setting of amoCRM here. Documents of other systems, and agents without a single setting, are passed over.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Their ids, each once, in no order to rely on; empty where there is nothing yet.</returns>
    /// <exception cref="AmoCrmConfigurationException">What is there cannot be understood.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The place cannot be read.</exception>
    IAsyncEnumerable<string> ListAgentsAsync(CancellationToken cancellationToken = default);
}
