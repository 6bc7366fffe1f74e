namespace AmoCrm.Sdk.Soak.Idle;

/// <summary>A store whose own clock is the virtual one: leases and the age of tokens are judged by the store's clock, and a server's cannot be moved.</summary>
/// <param name="inner">The store.</param>
/// <param name="clock">The clock.</param>
internal sealed class ClockedStore(IAmoCrmTokenStore inner, TimeProvider clock) : IAmoCrmTokenStore
{
    public async Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default) =>
        await inner.ReadTokensAsync(agentId, cancellationToken) with { ReadAt = clock.GetUtcNow() };

    public Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default) =>
        inner.TryWriteTokensAsync(agentId, expected, updated, cancellationToken);

    public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) => inner.ResolveAsync(agentId, cancellationToken);

    public Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default) => inner.SaveAsync(agentId, settings, cancellationToken);

    public IAsyncEnumerable<string> ListAgentsAsync(CancellationToken cancellationToken = default) => inner.ListAgentsAsync(cancellationToken);
}
