namespace AmoCrm.Sdk;

/// <summary>
/// Keeps the <c>state</c> of authorisations that are under way, by which an answer of the consent page is known to belong to a question of ours. By default they are in
/// the memory of the process; several web servers behind one address need one place for all of them.
/// </summary>
public interface IAmoCrmAuthorizationStateStore
{
    /// <summary>Keeps a state.</summary>
    /// <param name="state">The state: 43 letters, digits, hyphens and underscores, never the same twice.</param>
    /// <param name="agentId">The agent for which it was given out.</param>
    /// <param name="lifetime">After this it must not be found any more.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    Task AddAsync(string state, string agentId, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Finds a state and removes it in one step: of two that ask for the same one, one gets it.</summary>
    /// <param name="state">What came back.</param>
    /// <param name="cancellationToken">Cancels it; the state may be gone then.</param>
    /// <returns>The agent for which it was given out; null when there is no such state, or it is too old.</returns>
    Task<string?> TakeAsync(string state, CancellationToken cancellationToken);
}
