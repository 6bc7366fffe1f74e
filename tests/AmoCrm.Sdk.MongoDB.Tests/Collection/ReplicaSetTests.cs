using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests.Collection;

/// <summary>The real server, seen as a replica set that goes away, comes back and falls silent.</summary>
[Collection(RealServerCollection.Name)]
public sealed class ReplicaSetTests(RealServer server) : IDisposable
{
    private const string Sales = """{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_access_token": "canary" } }""";

    private readonly TestCollection _collection = new(server);
    private readonly ReplicaSetFace _face = new();

    public void Dispose()
    {
        _collection.Dispose();
        _face.Dispose();
    }

    [Fact]
    public async Task Settings_are_read_from_the_primary_whatever_the_connection_string_says()
    {
        const string Query = "readPreference=secondaryPreferred&readConcernLevel=available";
        var store = await StoreAsync(Query);

        // Without the store the string works as written: the test would notice a driver that sends nothing at all.
        var settings = MongoClientSettings.FromConnectionString(_face.ConnectionString(Query));
        _collection.Listen(settings);
        using var client = new MongoClient(settings);
        await client.GetDatabase(server.Database).GetCollection<BsonDocument>(_collection.Name).Find(new BsonDocument()).ToListAsync();
        Assert.Equal("secondaryPreferred", Assert.Single(_collection.Sent)["$readPreference"]["mode"]);
        _collection.ForgetSent();

        await store.ResolveAsync("sales", default);
        await store.ListAgentsAsync().ToListAsync();
        await store.ReadTokensAsync("sales");

        var finds = _collection.Sent.Where(command => command.GetElement(0).Name == "find").ToArray();
        Assert.All(finds, find => Assert.Equal("primary", find.GetValue("$readPreference", new BsonDocument("mode", "primary"))["mode"]));

        // Of tokens what a majority has confirmed: a pair that a failover could take back is not kept yet.
        Assert.Equal(["local", "local", "majority"], finds.Select(find => find["readConcern"]["level"].AsString));
    }

    [Fact]
    public async Task Tokens_are_written_to_a_majority_whatever_the_connection_string_says()
    {
        var store = await StoreAsync("w=1&journal=false&retryWrites=false");
        var read = await store.ReadTokensAsync("sales");

        Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { RefreshToken = "new" } }));

        var update = Assert.Single(_collection.Sent, command => command.GetElement(0).Name == "update");
        Assert.Equal("majority", update["writeConcern"]["w"]);
    }

    [Fact]
    public async Task A_server_that_was_gone_is_told_and_used_again_when_it_is_back()
    {
        var store = await StoreAsync("appName=tests");
        var read = await store.ReadTokensAsync("sales");

        _face.GoAway();
        foreach (var call in (Func<Task>[])
            [
                () => store.ResolveAsync("sales", default).AsTask(),
                () => store.SaveAsync("sales", new AmoCrmSettings { AccessToken = "canary" }),
                () => store.ReadTokensAsync("sales"),
                () => store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { RefreshToken = "canary" } }),
            ])
        {
            var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(call);
            Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
            Assert.Contains("Check", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        }

        _face.ComeBack();
        Assert.Equal("mycompany", (await store.ResolveAsync("sales", default)).Subdomain);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_waited_for_no_longer_than_allowed()
    {
        var store = await StoreAsync("appName=tests", options => options.OperationTimeout = TimeSpan.FromSeconds(3));
        await store.ResolveAsync("sales", default);
        _face.IsSilent = true;

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(async () => await store.ResolveAsync("sales", default));

        Assert.Contains("did not answer within 3 seconds", exception.Message, StringComparison.Ordinal);
        Assert.Contains("OperationTimeout", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_not_repeated()
    {
        var url = new MongoUrlBuilder(RealServer.ConnectionString) { Username = "nobody", Password = "canary", AuthenticationSource = "admin" };
        using var store = new MongoDbSettingsStore(url.ToString(), server.Database);

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(async () => await store.ResolveAsync("sales", default));

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("refused the user name or password", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    private async Task<MongoDbSettingsStore> StoreAsync(string query, Action<MongoDbSettingsOptions>? configure = null)
    {
        await _collection.Documents.InsertOneAsync(BsonDocument.Parse(Sales));
        return _collection.Store(options =>
        {
            options.ConnectionString = _face.ConnectionString(query);
            options.ServerSelectionTimeout = TimeSpan.FromSeconds(4);
            configure?.Invoke(options);
        });
    }
}
