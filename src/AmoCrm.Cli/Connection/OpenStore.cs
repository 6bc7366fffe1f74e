using AmoCrm.Sdk;

namespace AmoCrm.Cli.Connection;

/// <summary>A store of settings and the words for where it is.</summary>
/// <param name="store">The store; disposed with this.</param>
/// <param name="place">Where it is, without secrets.</param>
internal sealed class OpenStore(IAmoCrmTokenStore store, string place) : IDisposable
{
    public IAmoCrmTokenStore Store => store;

    public string Place => place;

    /// <summary>Whether the agent has any setting there.</summary>
    public async Task<bool> HasAgentAsync(string agent, CancellationToken cancellationToken) =>
        await store.ListAgentsAsync(cancellationToken).ContainsAsync(agent, StringComparer.Ordinal, cancellationToken).ConfigureAwait(false);

    public void Dispose() => (store as IDisposable)?.Dispose();
}
