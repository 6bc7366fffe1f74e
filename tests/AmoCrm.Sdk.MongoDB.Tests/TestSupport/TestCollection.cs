using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Driver;
using MongoDB.Driver.Core.Events;

namespace AmoCrm.Sdk.MongoDB.Tests.TestSupport;

/// <summary>A collection for one test on the real server, a store over it, and the commands that the store's driver sent.</summary>
public sealed class TestCollection : IDisposable
{
    private readonly RealServer _server;
    private readonly ConcurrentQueue<BsonDocument> _sent = new();
    private readonly List<MongoDbSettingsStore> _stores = [];

    public TestCollection(RealServer server)
    {
        _server = server;
        Documents = server.Client.GetDatabase(server.Database).GetCollection<BsonDocument>(Name);
    }

    public string Name { get; } = $"settings_{Guid.NewGuid():N}";

    /// <summary>The collection as somebody else sees it.</summary>
    public IMongoCollection<BsonDocument> Documents { get; }

    /// <summary>What was sent about the collection, in order, by all stores of this test.</summary>
    public IReadOnlyList<BsonDocument> Sent => [.. _sent];

    public IEnumerable<string> SentNames => Sent.Select(command => command.GetElement(0).Name);

    public MongoDbSettingsStore Store(Action<MongoDbSettingsOptions>? configure = null)
    {
        var options = new MongoDbSettingsOptions
        {
            ConnectionString = RealServer.ConnectionString,
            Database = _server.Database,
            Collection = Name,
            ConfigureClient = Listen,

            // A machine that builds and tests at once may be slow; no test of this store waits for these.
            ServerSelectionTimeout = TimeSpan.FromSeconds(30),
            OperationTimeout = TimeSpan.FromSeconds(60),
        };
        configure?.Invoke(options);
        var store = new MongoDbSettingsStore(options);
        _stores.Add(store);
        return store;
    }

    public async Task<MongoDbSettingsStore> StoreWithAsync(params string[] documents)
    {
        await Documents.InsertManyAsync(documents.Select(BsonDocument.Parse));
        return Store();
    }

    /// <summary>An agent's whole document as somebody else sees it.</summary>
    public async Task<JsonObject> DocumentAsync(string agentId)
    {
        var document = await Documents.Find(new BsonDocument("agent_id", agentId)).SingleAsync();
        document.Remove("_id");
        return JsonNode.Parse(document.ToJson(new JsonWriterSettings { OutputMode = JsonOutputMode.RelaxedExtendedJson }))!.AsObject();
    }

    /// <summary>Somebody else puts another document in the place of an agent's.</summary>
    public Task ReplaceAsync(string agentId, string document) => Documents.ReplaceOneAsync(new BsonDocument("agent_id", agentId), BsonDocument.Parse(document));

    public void ForgetSent() => _sent.Clear();

    public void Listen(MongoClientSettings settings) => settings.ClusterConfigurator = cluster => cluster.Subscribe<CommandStartedEvent>(started =>
    {
        if (started.DatabaseNamespace.DatabaseName == _server.Database)
        {
            _sent.Enqueue(started.Command.DeepClone().AsBsonDocument);
        }
    });

    public void Dispose() => _stores.ForEach(store => store.Dispose());
}
