using AmoCrm.Emulator;
using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests;

[Collection(RealServerCollection.Name)]
public sealed class MongoDbSettingsStoreTests(RealServer server) : IDisposable
{
    private const string Sales = """{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_access_token": "token", "llm_key": "theirs" } }""";

    private readonly TestCollection _collection = new(server);

    public void Dispose() => _collection.Dispose();

    [Fact]
    public async Task A_reading_is_one_find_of_our_keys_by_the_agent()
    {
        var store = await _collection.StoreWithAsync(Sales);
        await store.ResolveAsync("sales", default);
        _collection.ForgetSent();

        await store.ResolveAsync("sales", default);
        await store.ResolveAsync("sales", default);

        Assert.Equal(["find", "find"], _collection.SentNames);
        Assert.All(_collection.Sent, command =>
        {
            Assert.Equal(new BsonDocument("agent_id", "sales"), command["filter"]);
            Assert.Equal(1, command["projection"]["settings.amocrm_access_token"]);
            Assert.DoesNotContain("llm_key", command["projection"].ToJson(), StringComparison.Ordinal);
            Assert.False(command["projection"].AsBsonDocument.Contains("settings"));
        });
    }

    [Fact]
    public async Task A_writing_touches_our_keys_only_and_waits_for_a_majority_whatever_the_connection_string_says()
    {
        await _collection.StoreWithAsync(Sales);
        var store = _collection.Store(options =>
        {
            options.ConnectionString = With("w=0&journal=false");
            options.OperationTimeout = TimeSpan.FromSeconds(7);
        });

        await store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "other", AccessToken = "new" });

        var command = Assert.Single(_collection.Sent, command => command.GetElement(0).Name == "update");
        Assert.Equal(new BsonDocument { { "w", "majority" }, { "wtimeout", 7000.0 } }, command["writeConcern"]);
        var update = command["updates"][0]["u"].AsBsonDocument;
        Assert.Equal(["$set", "$unset"], update.Names);
        Assert.Equal(["settings.amocrm_subdomain", "settings.amocrm_access_token"], update["$set"].AsBsonDocument.Names);
        Assert.All(update["$unset"].AsBsonDocument.Names, name => Assert.StartsWith("settings.amocrm_", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_that_are_no_object_are_not_overwritten()
    {
        var store = await _collection.StoreWithAsync("""{ "agent_id": "sales", "settings": "theirs" }""");

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => store.SaveAsync("sales", new AmoCrmSettings { AccessToken = "canary" }));

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no object 'settings'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("theirs", (await _collection.Documents.Find(new BsonDocument()).SingleAsync())["settings"]);
    }

    [Fact]
    public async Task Clearing_all_settings_leaves_the_document_and_adds_no_agent()
    {
        var store = await _collection.StoreWithAsync(Sales);

        await store.SaveAsync("sales", new AmoCrmSettings());
        await store.SaveAsync("nobody", new AmoCrmSettings());

        var document = await _collection.Documents.Find(new BsonDocument()).SingleAsync();
        Assert.Equal(new BsonDocument("llm_key", "theirs"), document["settings"]);
    }

    [Fact]
    public async Task Many_callers_that_add_the_same_agent_make_one_document()
    {
        var store = _collection.Store();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => store.SaveAsync("new", new AmoCrmSettings { Subdomain = $"s{number}" })));
        Assert.Equal(1, await _collection.Documents.CountDocumentsAsync(new BsonDocument()));
    }

    [Fact]
    public async Task What_is_missing_is_told_with_the_line_that_adds_it()
    {
        var store = await _collection.StoreWithAsync(Sales);
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync("it's \"me\"", default));
        Assert.Contains(_collection.Name, exception.Message, StringComparison.Ordinal);
        Assert.Contains("""insertOne({ agent_id: "it's \"me\"", settings: { amocrm_subdomain: …, amocrm_access_token: … } })""", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_an_agent_that_is_nowhere_makes_no_collection()
    {
        await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await _collection.Store().ResolveAsync("sales", default));
        Assert.Equal(["find"], _collection.SentNames);
    }

    [Fact]
    public async Task A_store_that_was_disposed_does_not_take_others_with_it()
    {
        await _collection.StoreWithAsync(Sales);
        using var first = new MongoDbSettingsStore(Plain());
        using var second = new MongoDbSettingsStore(Plain());
        await first.ResolveAsync("sales", default);

        first.Dispose();

        Assert.Equal("mycompany", (await second.ResolveAsync("sales", default)).Subdomain);
    }

    [Fact]
    public async Task Two_accounts_of_one_process_are_called_with_what_the_database_holds_at_that_moment()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        var store = await _collection.StoreWithAsync(
            $$"""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "demo", "amocrm_access_token": "{{crm.AccessToken}}" } }""",
            """{ "agent_id": "support", "settings": { "amocrm_subdomain": "demo", "amocrm_access_token": "wrong" } }""");
        await using var sales = Client("sales");
        await using var support = Client("support");

        Assert.NotEmpty((await sales.Companies.ListAsync()).Items);
        await Assert.ThrowsAsync<AmoCrmUnauthorizedException>(() => support.Companies.ListAsync());
        await _collection.Documents.UpdateOneAsync(
            new BsonDocument("agent_id", "support"), new BsonDocument("$set", new BsonDocument("settings.amocrm_access_token", crm.AccessToken)));
        Assert.NotEmpty((await support.Companies.ListAsync()).Items);

        AmoCrmClient Client(string agent) => new(new AmoCrmClientOptions { AgentId = agent, SettingsResolver = store, EmulatorAddress = crm.BaseAddress });
    }

    private static string With(string options)
    {
        var given = RealServer.ConnectionString;
        var rooted = given.IndexOf('/', "mongodb+srv://".Length) < 0 ? $"{given}/" : given;
        return $"{rooted}{(rooted.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{options}";
    }

    private MongoDbSettingsOptions Plain() => new() { ConnectionString = RealServer.ConnectionString, Database = server.Database, Collection = _collection.Name };
}
