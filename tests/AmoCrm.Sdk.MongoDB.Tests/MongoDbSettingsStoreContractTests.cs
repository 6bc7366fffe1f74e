using System.Text.Json.Nodes;
using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests;

/// <summary>MongoDB does what every store does.</summary>
[Collection(RealServerCollection.Name)]
public sealed class MongoDbSettingsStoreContractTests(RealServer server) : SettingsStoreContract, IDisposable
{
    private readonly TestCollection _collection = new(server);

    public void Dispose() => _collection.Dispose();

    protected override async Task<IAmoCrmSettingsStore> GivenAsync(params string[] documents) => await _collection.StoreWithAsync(documents);

    protected override async Task<JsonObject> DocumentAsync(string agentId)
    {
        var document = await _collection.Documents.Find(Of(agentId)).SingleAsync();
        document.Remove("_id");
        return JsonNode.Parse(document.ToJson(new JsonWriterSettings { OutputMode = JsonOutputMode.RelaxedExtendedJson }))!.AsObject();
    }

    protected override Task ReplaceAsync(string agentId, string document) => _collection.Documents.ReplaceOneAsync(Of(agentId), BsonDocument.Parse(document));

    private static BsonDocument Of(string agentId) => new("agent_id", agentId);
}
