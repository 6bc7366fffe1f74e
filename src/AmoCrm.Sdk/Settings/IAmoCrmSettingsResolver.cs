namespace AmoCrm.Sdk;

/// <summary>Knows the settings of agents. It is asked before every attempt of every request, and nothing it answers is kept: a value that was changed is used by the very next request.</summary>
public interface IAmoCrmSettingsResolver
{
    /// <summary>Reads the settings of one agent as they are now.</summary>
    /// <param name="agentId">The agent, as in <see cref="AmoCrmClientOptions.AgentId"/>.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="AmoCrmConfigurationException">The agent has no settings, or one of them is of the wrong kind; the message names the agent, the key and the remedy.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The place where they are kept cannot be read.</exception>
    ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken);
}
