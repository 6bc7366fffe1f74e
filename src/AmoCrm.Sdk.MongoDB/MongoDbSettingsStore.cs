using System.Runtime.CompilerServices;
using AmoCrm.Sdk.MongoDB.Collection;
using AmoCrm.Sdk.MongoDB.Documents;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB;

/// <summary>Settings in MongoDB: one document <c>{ "agent_id", "settings": { "amocrm_subdomain", … } }</c> an agent, in the collection <c>agent_settings</c>.</summary>
/// <remarks>
/// Nothing is kept in memory: every call of <see cref="ResolveAsync"/> is one find by the unique index on <c>agent_id</c>, from the primary. Writes change the keys of
/// <see cref="AmoCrmSettings"/> only and are confirmed by a majority. Safe for use by many threads; make one and keep it.
/// </remarks>
public sealed class MongoDbSettingsStore : IAmoCrmSettingsStore, IDisposable
{
    private readonly AgentSettingsCollection _collection;
    private readonly AgentIdIndex? _index;

    /// <summary>Makes a store over the collection <c>agent_settings</c> of a database. Nothing is sent yet.</summary>
    /// <param name="connectionString">The connection string: <c>mongodb://user:password@host:27017/?options</c>.</param>
    /// <param name="database">The database.</param>
    /// <exception cref="AmoCrmConfigurationException">One of them is not allowed; the message says which and does not repeat it.</exception>
    public MongoDbSettingsStore(string connectionString, string database)
        : this(new MongoDbSettingsOptions { ConnectionString = connectionString, Database = database })
    {
    }

    /// <summary>Makes a store. Nothing is sent yet.</summary>
    /// <param name="options">Which collection, and how it is reached; a copy is taken.</param>
    /// <exception cref="AmoCrmConfigurationException">Options are not allowed; the message names them.</exception>
    public MongoDbSettingsStore(MongoDbSettingsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var copy = options.Copy();
        _collection = new AgentSettingsCollection(copy);
        _index = copy.EnsureIndex ? new AgentIdIndex(_collection) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);

        // Two are asked for, so that an agent that is there twice is found without the index as well.
        var found = await _collection.RunAsync(
            $"The settings of agent '{agentId}' could not be read",
            (documents, token) => documents.Find(AgentDocument.Of(agentId)).Project(AgentDocument.Projection).Limit(2).ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        switch (found.Count)
        {
            case 0:
                throw AgentDocument.Missing(agentId, _collection.Place);
            case > 1:
                throw AgentDocument.Twice(agentId, _collection.Place);
            default:
                // Not before a document was found: reading from a database that was misspelt must not make it.
                await EnsureIndexAsync(cancellationToken).ConfigureAwait(false);
                return AgentDocument.Read(found[0], agentId, _collection.Place);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="AmoCrmConfigurationException">The agent's document has no object <c>settings</c> but something else of that name, or the collection holds agents twice.</exception>
    public async Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        ArgumentNullException.ThrowIfNull(settings);
        cancellationToken.ThrowIfCancellationRequested();
        await EnsureIndexAsync(cancellationToken).ConfigureAwait(false);
        var update = AgentUpdate.To(settings);
        var wasWritten = await _collection.RunAsync(
            $"The settings of agent '{agentId}' could not be written",
            (documents, token) => WriteAsync(documents, agentId, update, token),
            cancellationToken).ConfigureAwait(false);
        if (!wasWritten)
        {
            throw AgentDocument.NoSettings(agentId, _collection.Place);
        }
    }

    /// <inheritdoc/>
    /// <remarks>They are read in batches as they are asked for, in the order of their ids.</remarks>
    public async IAsyncEnumerable<string> ListAgentsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        const string Failure = "The agents could not be listed";
        using var cursor = await _collection.RunAsync(
            Failure,
            static (documents, token) => documents.Find(AgentDocument.OfAnyAgent)
                .Project(new BsonDocument { { "_id", 0 }, { SettingsKeys.AgentId, 1 } })
                .Sort(new BsonDocument(SettingsKeys.AgentId, 1))
                .ToCursorAsync(token),
            cancellationToken).ConfigureAwait(false);
        while (await _collection.RunAsync(Failure, (_, token) => cursor.MoveNextAsync(token), cancellationToken).ConfigureAwait(false))
        {
            foreach (var document in cursor.Current)
            {
                yield return document[SettingsKeys.AgentId].AsString;
            }
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _collection.Dispose();

    private Task EnsureIndexAsync(CancellationToken cancellationToken) => _index?.EnsureAsync(cancellationToken) ?? Task.CompletedTask;

    /// <returns>False when the document's <c>settings</c> are no object, so that there is no place for keys.</returns>
    private static async Task<bool> WriteAsync(IMongoCollection<BsonDocument> documents, string agentId, AgentUpdate update, CancellationToken cancellationToken)
    {
        for (var isRepeated = false; ; isRepeated = true)
        {
            try
            {
                await documents.UpdateOneAsync(
                    AgentDocument.Of(agentId), update.Operators, new UpdateOptions { IsUpsert = update.AddsAgent }, cancellationToken).ConfigureAwait(false);
                return true;
            }
            catch (MongoWriteException exception) when (exception.WriteError?.Category == ServerErrorCategory.DuplicateKey && !isRepeated)
            {
                // Somebody else added the agent at the same moment: now it is there to be updated.
            }
            catch (MongoWriteException exception) when (exception.WriteError is not null)
            {
                // Servers number this error differently, so the document is looked at.
                var isNoObject = new BsonDocument("$exists", true) { { "$not", new BsonDocument("$type", "object") } };
                var filter = AgentDocument.Of(agentId).Add(SettingsKeys.Settings, isNoObject);
                if (await documents.Find(filter).Limit(1).AnyAsync(cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }

                throw;
            }
        }
    }
}
