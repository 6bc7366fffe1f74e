using System.Text.Json.Nodes;
using AmoCrm.Sdk.MongoDB.Tests.TestSupport;

namespace AmoCrm.Sdk.MongoDB.Tests;

/// <summary>MongoDB does what every store does.</summary>
[Collection(RealServerCollection.Name)]
public sealed class MongoDbSettingsStoreContractTests(RealServer server) : SettingsStoreContract, IDisposable
{
    private readonly TestCollection _collection = new(server);

    public void Dispose() => _collection.Dispose();

    protected override async Task<IAmoCrmSettingsStore> GivenAsync(params string[] documents) => await _collection.StoreWithAsync(documents);

    protected override Task<JsonObject> DocumentAsync(string agentId) => _collection.DocumentAsync(agentId);

    protected override Task ReplaceAsync(string agentId, string document) => _collection.ReplaceAsync(agentId, document);
}
