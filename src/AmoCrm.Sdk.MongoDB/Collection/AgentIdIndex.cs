using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Collection;

/// <summary>The unique index on <c>agent_id</c>: looked for once, made where it is missing. A failure is told to whoever waits, and the next call tries again.</summary>
/// <param name="collection">The collection.</param>
internal sealed class AgentIdIndex(AgentSettingsCollection collection)
{
    private const int ToldAtMost = 5;

    private static readonly BsonDocument Keys = new(SettingsKeys.AgentId, 1);

    private Lazy<Task>? _ensuring;

    /// <summary>Waits until the index is there.</summary>
    /// <param name="cancellationToken">Ends the waiting; the work goes on for the others.</param>
    public Task EnsureAsync(CancellationToken cancellationToken)
    {
        var ensuring = Volatile.Read(ref _ensuring);
        if (ensuring is null or { IsValueCreated: true, Value.IsFaulted: true })
        {
            // Whoever comes first decides; a Lazy starts its work once, however many ask for it.
            var mine = new Lazy<Task>(() => Task.Run(EnsureNowAsync, CancellationToken.None));
            var other = Interlocked.CompareExchange(ref _ensuring, mine, ensuring);
            ensuring = ReferenceEquals(other, ensuring) ? mine : other!;
        }

        return ensuring.Value.WaitAsync(cancellationToken);
    }

    private async Task EnsureNowAsync()
    {
        var failure = $"The unique index on {SettingsKeys.AgentId} could not be ensured";
        var problem = await collection.RunAsync(
            failure,
            async (documents, cancellationToken) =>
                await ExistsAsync(documents, cancellationToken).ConfigureAwait(false)
                    ? null
                    : await CreateAsync(documents, cancellationToken).ConfigureAwait(false),
            CancellationToken.None).ConfigureAwait(false);
        if (problem is not null)
        {
            throw problem;
        }
    }

    // Looking comes first, so that a user who may only read works with an index that somebody else made, under whatever name.
    private static async Task<bool> ExistsAsync(IMongoCollection<BsonDocument> documents, CancellationToken cancellationToken)
    {
        try
        {
            using var cursor = await documents.Indexes.ListAsync(cancellationToken).ConfigureAwait(false);
            var indexes = await cursor.ToListAsync(cancellationToken).ConfigureAwait(false);
            return indexes.Exists(static index =>
                index["key"] == Keys && index.GetValue("unique", BsonBoolean.False).ToBoolean() && !index.Contains("partialFilterExpression"));
        }
        catch (MongoCommandException)
        {
            // There is no collection, or no right to look: making the index tells.
            return false;
        }
    }

    private async Task<AmoCrmException?> CreateAsync(IMongoCollection<BsonDocument> documents, CancellationToken cancellationToken)
    {
        try
        {
            // Sparse: documents without an agent are somebody else's, and there may be many of them.
            await documents.Indexes.CreateOneAsync(
                new CreateIndexModel<BsonDocument>(Keys, new CreateIndexOptions { Unique = true, Sparse = true }), cancellationToken: cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (MongoCommandException exception)
        {
            var twice = await TwiceAsync(documents, cancellationToken).ConfigureAwait(false);
            return twice.Count > 0 ? Duplicates(twice) : Refused(exception);
        }
    }

    private static async Task<IReadOnlyList<string>> TwiceAsync(IMongoCollection<BsonDocument> documents, CancellationToken cancellationToken)
    {
        BsonDocument[] stages =
        [
            new("$match", new BsonDocument(SettingsKeys.AgentId, new BsonDocument("$exists", true))),
            new("$group", new BsonDocument { { "_id", $"${SettingsKeys.AgentId}" }, { "count", new BsonDocument("$sum", 1) } }),
            new("$match", new BsonDocument("count", new BsonDocument("$gt", 1))),
            new("$sort", new BsonDocument("_id", 1)),
            new("$limit", ToldAtMost),
        ];
        using var cursor = await documents.AggregateAsync<BsonDocument>(stages, cancellationToken: cancellationToken).ConfigureAwait(false);
        var found = await cursor.ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(static group => group["_id"].ToJson());
    }

    private AmoCrmConfigurationException Duplicates(IReadOnlyList<string> agents) => new(
        $"In {collection.Place} these values of {SettingsKeys.AgentId} are in more than one document: {string.Join(", ", agents)}. Nobody can tell whose settings count: "
        + $"keep one document of each, for example by {collection.Place.Shell($"deleteOne({{ _id: … }})")}. The unique index on {SettingsKeys.AgentId} is made after that.");

    private AmoCrmSettingsStoreException Refused(MongoCommandException exception) => new(
        $"The unique index on {SettingsKeys.AgentId} could not be made in {collection.Place} (error {exception.Code}): the user may not do it, or there is another index of that name. "
        + $"Make it with {collection.Place.Shell($"createIndex({{ {SettingsKeys.AgentId}: 1 }}, {{ unique: true, sparse: true }})")}, "
        + $"or set {nameof(MongoDbSettingsOptions)}.{nameof(MongoDbSettingsOptions.EnsureIndex)} to false.");
}
