using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests.Collection;

[Collection(RealServerCollection.Name)]
public sealed class AgentIdIndexTests(RealServer server) : IDisposable
{
    private const string Sales = """{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany" } }""";

    private readonly TestCollection _collection = new(server);

    public void Dispose() => _collection.Dispose();

    [Fact]
    public async Task A_unique_index_is_made_once_however_many_ask_at_the_same_time()
    {
        var store = await _collection.StoreWithAsync(Sales);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.ResolveAsync("sales", default).AsTask()));
        await store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "mycompany" });

        Assert.Equal(1, _collection.SentNames.Count(name => name == "createIndexes"));
        var exception = await Assert.ThrowsAsync<MongoWriteException>(() => _collection.Documents.InsertOneAsync(BsonDocument.Parse(Sales)));
        Assert.Equal(ServerErrorCategory.DuplicateKey, exception.WriteError.Category);
    }

    [Fact]
    public async Task An_index_that_is_there_is_enough_whatever_its_name()
    {
        await _collection.Documents.InsertOneAsync(BsonDocument.Parse(Sales));
        await _collection.Documents.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(new BsonDocument("agent_id", 1), new CreateIndexOptions { Unique = true, Name = "by_agent" }));

        await _collection.Store().ResolveAsync("sales", default);

        Assert.Equal(["find", "listIndexes"], _collection.SentNames);
    }

    [Fact]
    public async Task Documents_of_others_without_an_agent_do_not_matter()
    {
        var store = await _collection.StoreWithAsync(Sales, """{ "other": 1 }""", """{ "other": 2 }""");
        Assert.Equal("mycompany", (await store.ResolveAsync("sales", default)).Subdomain);
    }

    [Fact]
    public async Task Agents_that_are_there_twice_are_named_until_somebody_puts_it_right()
    {
        var store = await _collection.StoreWithAsync(
            Sales,
            """{ "agent_id": "b", "settings": { "amocrm_access_token": "canary" } }""",
            """{ "agent_id": "b", "settings": { "amocrm_access_token": "canary" } }""");

        foreach (var call in (Func<Task>[])[() => store.ResolveAsync("sales", default).AsTask(), () => store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "other" })])
        {
            var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(call);
            Assert.Contains("\"b\"", exception.Message, StringComparison.Ordinal);
            Assert.Contains("agent_id", exception.Message, StringComparison.Ordinal);
            Assert.Contains("deleteOne", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        }

        await _collection.Documents.DeleteOneAsync(new BsonDocument("agent_id", "b"));
        Assert.Equal("mycompany", (await store.ResolveAsync("sales", default)).Subdomain);
    }

    [Fact]
    public async Task Without_the_index_an_agent_that_is_there_twice_is_refused_too()
    {
        await _collection.StoreWithAsync(Sales, Sales);
        var store = _collection.Store(options => options.EnsureIndex = false);

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync("sales", default));

        Assert.Contains("more than one document of agent 'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["find"], _collection.SentNames);
    }

    [Fact]
    public async Task Another_index_of_that_name_is_told_with_the_line_that_makes_ours()
    {
        await _collection.Documents.InsertOneAsync(BsonDocument.Parse(Sales));
        await _collection.Documents.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(new BsonDocument("agent_id", 1)));

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(async () => await _collection.Store().ResolveAsync("sales", default));

        Assert.Contains("createIndex({ agent_id: 1 }, { unique: true, sparse: true })", exception.Message, StringComparison.Ordinal);
        Assert.Contains("EnsureIndex", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_stop_the_work_for_others()
    {
        var store = await _collection.StoreWithAsync(Sales);
        using var cancel = new CancellationTokenSource();
        var impatient = store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "other" }, cancel.Token);
        var patient = store.ResolveAsync("sales", default);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.NotNull(await patient);
        Assert.Equal(1, _collection.SentNames.Count(name => name == "createIndexes"));
    }
}
