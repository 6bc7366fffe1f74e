namespace AmoCrm.Sdk;

/// <summary>
/// A store of settings in which refreshed tokens can be kept safely: the tokens of an agent are changed by compare-and-set only, so that no process overwrites what
/// another one has just written.
/// </summary>
/// <remarks>
/// A refresh token works once. The order of reading, taking the lease, asking amoCRM and writing is not the store's business: it only reads, compares and writes.
/// The JSON file, the memory and the MongoDB stores of this SDK are such stores.
/// </remarks>
public interface IAmoCrmTokenStore : IAmoCrmSettingsStore
{
    /// <summary>Reads an agent's settings, what is noted about its tokens, and the time by the store's own clock, all of one moment.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The record. It is what <see cref="TryWriteTokensAsync"/> compares with.</returns>
    /// <exception cref="AmoCrmConfigurationException">The agent has no settings, or something of them is of the wrong kind.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The store cannot be read.</exception>
    Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the settings that differ, tokens or not, and what is noted about the tokens, if since <paramref name="expected"/> was read nobody wrote a record
    /// and nobody changed the refresh token. Everything else in the document stays as it is: whoever changes one setting so, undoes nobody's work on the others.
    /// </summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="expected">What was read.</param>
    /// <param name="updated">What to write: <paramref name="expected"/> with changes. Settings that are the same in both are not written; one that is null here only is removed.</param>
    /// <param name="cancellationToken">Cancels the writing; whether it still happened is then unknown.</param>
    /// <returns>True when it was written, and will not be lost with one machine. False when somebody was faster: nothing was written.</returns>
    /// <exception cref="AmoCrmConfigurationException">What is there now cannot be understood; nothing was written.</exception>
    /// <exception cref="AmoCrmSettingsStoreException">The store cannot be written, or did not confirm it: read again to see what became of it.</exception>
    Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default);
}
