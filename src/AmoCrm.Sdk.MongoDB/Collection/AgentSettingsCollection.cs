using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Collection;

/// <summary>The collection of the settings: how it is reached, and what is said when it is not. The documents and their meaning are others' business.</summary>
internal sealed class AgentSettingsCollection : IDisposable
{
    private readonly MongoDbSettingsOptions _options;
    private readonly MongoClient _client;
    private readonly IMongoCollection<BsonDocument> _documents;

    public AgentSettingsCollection(MongoDbSettingsOptions options)
    {
        _options = options;
        var settings = ClientSettings(options);
        _client = new MongoClient(settings);
        Place = new CollectionPlace(options.Database, options.Collection, [.. settings.Servers.Select(static server => server.ToString())]);

        // A secondary may still hold a refresh token that was spent, a write to one node may be rolled back: neither is the connection string's to choose.
        _documents = _client.GetDatabase(options.Database).GetCollection<BsonDocument>(
            options.Collection,
            new MongoCollectionSettings
            {
                ReadPreference = ReadPreference.Primary,
                ReadConcern = ReadConcern.Local,
                WriteConcern = WriteConcern.WMajority.With(wTimeout: options.OperationTimeout),
            });
    }

    public CollectionPlace Place { get; }

    /// <summary>Runs one reading or writing within the time it may take.</summary>
    /// <param name="failure">What is said first when it fails: "The settings of agent 'sales' could not be written".</param>
    /// <param name="work">The operation.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="AmoCrmSettingsStoreException">It failed.</exception>
    public async Task<T> RunAsync<T>(string failure, Func<IMongoCollection<BsonDocument>, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.OperationTimeout);
        try
        {
            return await work(_documents, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw MongoFailures.Slow(failure, Place, _options.OperationTimeout, exception);
        }
        catch (Exception exception) when (exception is TimeoutException or MongoException)
        {
            throw MongoFailures.Explain(failure, Place, _options.ServerSelectionTimeout, exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private static MongoClientSettings ClientSettings(MongoDbSettingsOptions options)
    {
        var settings = MongoClientSettings.FromConnectionString(options.ConnectionString);
        settings.ApplicationName ??= "AmoCrm.Sdk";
        settings.ServerSelectionTimeout = options.ServerSelectionTimeout;
        settings.ConnectTimeout = options.ServerSelectionTimeout;
        options.ConfigureClient?.Invoke(settings);
        return settings;
    }
}
