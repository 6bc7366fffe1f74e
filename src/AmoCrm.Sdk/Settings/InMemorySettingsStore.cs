using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk;

/// <summary>Settings in memory, for tests and for programs that live for a short time.</summary>
/// <remarks>
/// What it holds is lost with the process. So it is no place for a refresh token that matters: amoCRM takes each of them once, and the one that it gave in return
/// would be gone; a person would have to authorise the integration again. Safe for use by many threads.
/// </remarks>
public sealed class InMemorySettingsStore : IAmoCrmTokenStore
{
    private const string Place = "the memory of this process";

    // Documents, as in the other stores, so that all of them read and compare by the same code.
    private readonly Dictionary<string, JsonObject> _documents = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    /// <summary>Makes an empty store.</summary>
    /// <param name="timeProvider">The store's clock; null means that of the machine.</param>
    public InMemorySettingsStore(TimeProvider? timeProvider = null)
    {
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(WithDocument(agentId, document => SettingsDocument.Read(document ?? throw Missing(agentId), agentId, Place), cancellationToken));

    /// <inheritdoc/>
    public Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        WithDocument(
            agentId,
            document =>
            {
                document ??= _documents[agentId] = [];
                SettingsDocument.Write(document, agentId, settings);
                return true;
            },
            cancellationToken);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAgentsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        string[] agents;
        lock (_documents)
        {
            agents = [.. _documents.Where(static pair => SettingsDocument.HasSetting(pair.Value)).Select(static pair => pair.Key)];
        }

        foreach (var agent in agents)
        {
            yield return agent;
        }
    }

    /// <inheritdoc/>
    public Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default) =>
        Task.FromResult(WithDocument(agentId, document => TokenDocument.Read(document ?? throw Missing(agentId), agentId, Place, _time.GetUtcNow()), cancellationToken));

    /// <inheritdoc/>
    public Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(updated);
        return Task.FromResult(WithDocument(
            agentId, document => document is not null && TokenDocument.TryWrite(document, agentId, Place, expected, updated), cancellationToken));
    }

    /// <summary>Puts a whole document there, as somebody else would.</summary>
    internal void Put(JsonObject document)
    {
        lock (_documents)
        {
            _documents[SettingsDocument.AgentOf(document)] = document;
        }
    }

    /// <summary>A copy of an agent's whole document.</summary>
    internal JsonObject Document(string agentId) =>
        WithDocument(agentId, document => (document ?? throw Missing(agentId)).DeepClone().AsObject(), CancellationToken.None);

    private T WithDocument<T>(string agentId, Func<JsonObject?, T> work, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_documents)
        {
            return work(_documents.GetValueOrDefault(agentId));
        }
    }

    private static AmoCrmConfigurationException Missing(string agentId) => new(
        $"{Place} holds no settings for agent '{agentId}': give them to {nameof(InMemorySettingsStore)}.{nameof(SaveAsync)} first, or choose another {nameof(AmoCrmClientOptions.AgentId)}.");
}
