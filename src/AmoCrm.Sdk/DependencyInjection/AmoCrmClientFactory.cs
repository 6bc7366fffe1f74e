using System.Collections.Concurrent;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>One client an agent, over the connections of <see cref="IHttpMessageHandlerFactory"/>.</summary>
/// <param name="options">The options of all clients.</param>
/// <param name="handlers">Where connections come from; asked for each attempt, since it replaces them.</param>
internal sealed class AmoCrmClientFactory(AmoCrmClientOptions options, IHttpMessageHandlerFactory handlers) : IAmoCrmClientFactory, IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<string, AmoCrmClient> _clients = new(StringComparer.Ordinal);

    public IAmoCrmClient CreateClient(string agentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        return _clients.GetOrAdd(agentId, static (agent, factory) => factory.Make(agent), this);
    }

    /// <summary>Waits for the refreshes that are under way, as each client does: whoever ends the process under one loses its answer.</summary>
    public ValueTask DisposeAsync() => new(DisposeClientsAsync());

    // Nothing in there comes back to this thread.
    public void Dispose() => DisposeClientsAsync().GetAwaiter().GetResult();

    private Task DisposeClientsAsync() => Task.WhenAll(_clients.Values.Select(static client => client.DisposeAsync().AsTask()));

    private AmoCrmClient Make(string agentId)
    {
        var copy = options.Copy();
        copy.AgentId = agentId;
        var transport = copy.Transport ?? ClientTransport.Create(copy, ServiceConnections.Of(copy, handlers));
        return new AmoCrmClient(copy, transport);
    }
}
