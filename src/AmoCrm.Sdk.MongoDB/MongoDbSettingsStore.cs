using System.Runtime.CompilerServices;
using AmoCrm.Sdk.MongoDB.Collection;
using AmoCrm.Sdk.MongoDB.Documents;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB;

/// <summary>Settings in MongoDB: one document <c>{ "agent_id", "settings": { "amocrm_subdomain", … } }</c> an agent, in the collection <c>agent_settings</c>.</summary>
/// <remarks>
/// Nothing is kept in memory: every call of <see cref="ResolveAsync"/> is one find by the unique index on <c>agent_id</c>, from the primary. Writes change the keys of
/// <see cref="AmoCrmSettings"/> and the member <c>amocrm_sdk</c> only and are confirmed by a majority. Safe for use by many threads; make one and keep it.
/// </remarks>
public sealed class MongoDbSettingsStore : IAmoCrmTokenStore, IDisposable
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
    public async ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) =>
        AgentDocument.Read(await ReadAsync(agentId, AgentDocument.Projection, ReadConcern.Local, cancellationToken).ConfigureAwait(false), agentId, _collection.Place);

    /// <inheritdoc/>
    /// <remarks>One find from the primary, of what a majority has confirmed: a pair that a failover could take back is not there yet. It brings the time by the server's clock along. For that the server has to be MongoDB 4.4 or newer.</remarks>
    public async Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default) =>
        TokenDocument.Read(await ReadAsync(agentId, TokenDocument.Projection, ReadConcern.Majority, cancellationToken).ConfigureAwait(false), agentId, _collection.Place);

    /// <inheritdoc/>
    /// <remarks>
    /// One update, confirmed by a majority. Where the connection broke after the server had written, the driver may send the update a second time, which then matches nothing:
    /// so it can be that this answers false although the writing is there. Whoever gets false reads again, and finds its own version or another's.
    /// </remarks>
    /// <exception cref="AmoCrmConfigurationException">The collection holds agents twice.</exception>
    public async Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(updated);
        cancellationToken.ThrowIfCancellationRequested();
        await EnsureIndexAsync(cancellationToken).ConfigureAwait(false);
        var update = TokenUpdate.Of(agentId, expected, updated);
        return await _collection.RunAsync(
            $"The tokens of agent '{agentId}' could not be written",
            (documents, token) => WriteTokensAsync(documents, agentId, update, token),
            cancellationToken).ConfigureAwait(false);
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

    private async Task<BsonDocument> ReadAsync(string agentId, BsonDocument projection, ReadConcern readConcern, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(agentId);

        // Two are asked for, so that an agent that is there twice is found without the index as well.
        var found = await _collection.RunAsync(
            $"The settings of agent '{agentId}' could not be read, so that nothing is sent to amoCRM",
            (documents, token) => documents.WithReadConcern(readConcern).Find(AgentDocument.Of(agentId)).Project(projection).Limit(2).ToListAsync(token),
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
                return found[0];
        }
    }

    /// <returns>False when there is no document as it was expected.</returns>
    private static async Task<bool> WriteTokensAsync(IMongoCollection<BsonDocument> documents, string agentId, TokenUpdate update, CancellationToken cancellationToken)
    {
        for (var isRepeated = false; ; isRepeated = true)
        {
            try
            {
                var result = await documents.UpdateOneAsync(update.Filter, update.Operators, options: null, cancellationToken).ConfigureAwait(false);
                return result.MatchedCount == 1;
            }
            catch (MongoWriteException exception) when (exception.WriteError is not null && !isRepeated)
            {
                // Servers number this error differently, so the document is looked at: a null in the way is made an empty object, which means the same.
                var emptied = await documents.UpdateOneAsync(TokenUpdate.WithNullNotes(agentId), TokenUpdate.EmptyNotes, options: null, cancellationToken).ConfigureAwait(false);
                if (emptied.MatchedCount == 0)
                {
                    throw;
                }
            }
        }
    }

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
