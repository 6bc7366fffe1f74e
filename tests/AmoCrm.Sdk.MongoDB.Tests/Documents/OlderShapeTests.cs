using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests.Documents;

[Collection(RealServerCollection.Name)]
public sealed class OlderShapeTests(RealServer server) : IDisposable
{
    private readonly TestCollection _collection = new(server);

    public void Dispose() => _collection.Dispose();

    [Theory]
    [InlineData("""{ "agent_id": "sales", "base_url": "https://mycompany.amocrm.ru/api/v4", "access_token": "a", "refresh_token": "r", "note": 1 }""")]
    [InlineData("""{ "agent_id": "sales", "settings": { "base_url": "mycompany.amocrm.ru", "access_token": "a", "refresh_token": "r" }, "note": 1 }""")]
    [InlineData("""{ "agent_id": "sales", "settings": {}, "base_url": "http://mycompany.amocrm.ru", "access_token": "a", "refresh_token": "r", "note": 1 }""")]
    public async Task The_line_in_the_error_moves_the_document(string document)
    {
        var store = await _collection.StoreWithAsync(document);
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync("sales", default));

        // What a person would paste into mongosh: updateOne(FILTER, PIPELINE).
        const string Start = $"updateOne({{ agent_id: \"sales\" }}, ";
        var line = exception.Message[(exception.Message.IndexOf(Start, StringComparison.Ordinal) + Start.Length)..].TrimEnd(')');
        var stages = BsonSerializer.Deserialize<BsonArray>(line).Select(stage => stage.AsBsonDocument);
        await _collection.Documents.UpdateOneAsync(new BsonDocument("agent_id", "sales"), PipelineDefinition<BsonDocument, BsonDocument>.Create(stages));

        Assert.Equal(new AmoCrmSettings { Subdomain = "mycompany.amocrm.ru", AccessToken = "a", RefreshToken = "r" }, await store.ResolveAsync("sales", default));
        var moved = await _collection.Documents.Find(new BsonDocument()).Project(new BsonDocument("_id", 0)).SingleAsync();
        Assert.Equal(["agent_id", "note", "settings"], moved.Names.Order(StringComparer.Ordinal));
        Assert.Equal(["amocrm_access_token", "amocrm_refresh_token", "amocrm_subdomain"], moved["settings"].AsBsonDocument.Names.Order(StringComparer.Ordinal));
    }
}
