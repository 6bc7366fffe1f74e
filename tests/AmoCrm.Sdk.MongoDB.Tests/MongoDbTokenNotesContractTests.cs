using AmoCrm.Sdk.MongoDB.Tests.TestSupport;

namespace AmoCrm.Sdk.MongoDB.Tests;

/// <summary>MongoDB passes over no notes either.</summary>
[Collection(RealServerCollection.Name)]
public sealed class MongoDbTokenNotesContractTests(RealServer server) : TokenNotesContract, IDisposable
{
    private readonly TestCollection _collection = new(server);

    public void Dispose() => _collection.Dispose();

    protected override string Time => """{ "$date": "2030-01-31T12:00:00Z" }""";

    protected override async Task<IAmoCrmTokenStore> GivenAsync(string document) => await _collection.StoreWithAsync(document);
}
