using System.Text.Json.Nodes;
using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Tests;

/// <summary>MongoDB keeps tokens as every store does.</summary>
[Collection(RealServerCollection.Name)]
public sealed class MongoDbTokenStoreContractTests(RealServer server) : TokenStoreContract, IDisposable
{
    // Servers may let their clock run on inside of a command's millisecond.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(20);

    private readonly TestCollection _collection = new(server);
    private bool _wasAsked;

    public void Dispose() => _collection.Dispose();

    protected override async Task<IAmoCrmTokenStore> GivenAsync(params string[] documents) => await _collection.StoreWithAsync(documents);

    protected override Task<IAmoCrmTokenStore> AnotherAsync() => Task.FromResult<IAmoCrmTokenStore>(_collection.Store());

    protected override Task<JsonObject> DocumentAsync(string agentId) => _collection.DocumentAsync(agentId);

    protected override Task ReplaceAsync(string agentId, string document) => _collection.ReplaceAsync(agentId, document);

    protected override async Task<DateTimeOffset> NowAsync()
    {
        var hello = await server.Client.GetDatabase(server.Database).RunCommandAsync<BsonDocument>(new BsonDocument("hello", 1));
        var now = new DateTimeOffset(hello["localTime"].ToUniversalTime());
        (now, _wasAsked) = (_wasAsked ? now + Grain : now - Grain, true);
        return now;
    }
}
