using System.Collections.Concurrent;
using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk;

/// <summary>One client an agent, over the connections of <see cref="IHttpMessageHandlerFactory"/>.</summary>
/// <param name="options">The options of all clients.</param>
/// <param name="handlers">Where connections come from; asked for each attempt, since it replaces them.</param>
internal sealed class AmoCrmClientFactory(IOptions<AmoCrmClientOptions> options, IHttpMessageHandlerFactory handlers) : IAmoCrmClientFactory
{
    private readonly ConcurrentDictionary<string, AmoCrmClient> _clients = new(StringComparer.Ordinal);

    public IAmoCrmClient CreateClient(string agentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        return _clients.GetOrAdd(agentId, static (agent, factory) => factory.Make(agent), this);
    }

    private AmoCrmClient Make(string agentId)
    {
        var copy = options.Value.Copy();
        copy.AgentId = agentId;
        var transport = copy.Transport ?? ClientTransport.Create(copy, ServiceConnections.Of(copy, handlers));
        return new AmoCrmClient(copy, transport);
    }
}
