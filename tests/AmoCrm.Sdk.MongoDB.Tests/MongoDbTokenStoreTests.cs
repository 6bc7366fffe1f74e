using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests;

/// <summary>What the token store sends, and what is particular to it.</summary>
[Collection(RealServerCollection.Name)]
public sealed class MongoDbTokenStoreTests(RealServer server) : IDisposable
{
    private const string Sales = """
        { "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_access_token": "a", "amocrm_refresh_token": " r ", "llm_key": "theirs" }, "amocrm_sdk": { "version": 4 } }
        """;

    private static readonly DateTimeOffset Noon = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private readonly TestCollection _collection = new(server);

    public void Dispose() => _collection.Dispose();

    [Fact]
    public async Task A_reading_is_one_find_that_brings_the_clock_of_the_server_along()
    {
        var store = await _collection.StoreWithAsync(Sales);
        await store.ReadTokensAsync("sales");
        _collection.ForgetSent();

        await store.ReadTokensAsync("sales");

        var find = Assert.Single(_collection.Sent);
        Assert.Equal("find", find.GetElement(0).Name);
        Assert.Equal(new BsonDocument("agent_id", "sales"), find["filter"]);
        Assert.Equal(2, find["limit"]);
        Assert.Contains("$$NOW", find["projection"].ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("llm_key", find["projection"].ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_writing_is_one_update_that_compares_and_touches_what_changed_only()
    {
        var store = await _collection.StoreWithAsync(Sales);
        var read = await store.ReadTokensAsync("sales");
        _collection.ForgetSent();

        Assert.True(await store.TryWriteTokensAsync("sales", read, read with
        {
            Settings = read.Settings with { AccessToken = "new", RefreshToken = null },
            Notes = read.Notes with { Lease = new AmoCrmTokenLease("me", Noon), Previous = new AmoCrmTokenPair("a", null, Noon) },
        }));

        var command = Assert.Single(_collection.Sent);
        Assert.Equal("update", command.GetElement(0).Name);
        Assert.Equal("majority", command["writeConcern"]["w"]);
        var statement = Assert.Single(command["updates"].AsBsonArray).AsBsonDocument;
        Assert.False(statement.GetValue("upsert", false).ToBoolean());
        Assert.Equal(BsonDocument.Parse("""{ "agent_id": "sales", "amocrm_sdk.version": NumberLong(4), "settings.amocrm_refresh_token": " r " }"""), statement["q"]);
        Assert.Equal(
            BsonDocument.Parse("""
                { "$set": { "settings.amocrm_access_token": "new", "amocrm_sdk.version": NumberLong(5), "amocrm_sdk.state": "authorized",
                            "amocrm_sdk.lease": { "owner": "me", "until": ISODate("2030-01-31T12:00:00Z") },
                            "amocrm_sdk.previous": { "access_token": "a", "at": ISODate("2030-01-31T12:00:00Z") } },
                  "$unset": { "settings.amocrm_refresh_token": "", "amocrm_sdk.spending": "", "amocrm_sdk.aside": "", "amocrm_sdk.refreshed_at": "" } }
                """),
            statement["u"]);
    }

    [Fact]
    public async Task Every_member_has_its_type_for_others_to_read()
    {
        var store = await _collection.StoreWithAsync(Sales);
        var read = await store.ReadTokensAsync("sales");

        Assert.True(await store.TryWriteTokensAsync("sales", read, read with
        {
            Notes = new AmoCrmTokenNotes
            {
                Spending = new AmoCrmTokenSpending("0123abcd", "me", Noon, 2, AmoCrmSpendingState.OutcomeUnknown),
                Aside = [new AmoCrmTokenPair("x", "y", Noon)],
                RefreshedAt = Noon,
            },
        }));

        Assert.Equal(
            BsonDocument.Parse("""
                { "version": NumberLong(5), "state": "authorized", "spending": { "fingerprint": "0123abcd", "owner": "me", "at": ISODate("2030-01-31T12:00:00Z"), "attempts": NumberLong(2), "state": "outcome_unknown" },
                  "aside": [ { "access_token": "x", "refresh_token": "y", "at": ISODate("2030-01-31T12:00:00Z") } ], "refreshed_at": ISODate("2030-01-31T12:00:00Z") }
                """).OrderBy(member => member.Name, StringComparer.Ordinal),
            (await _collection.Documents.Find(new BsonDocument()).SingleAsync())["amocrm_sdk"].AsBsonDocument.OrderBy(member => member.Name, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("NumberInt(4)")]
    [InlineData("NumberLong(4)")]
    [InlineData("4.0")]
    public async Task A_version_of_whatever_number_type_is_compared(string version)
    {
        var store = await _collection.StoreWithAsync(Sales.Replace("\"version\": 4", $"\"version\": {version}", StringComparison.Ordinal));
        var read = await store.ReadTokensAsync("sales");
        Assert.Equal(4, read.Notes.Version);
        Assert.True(await store.TryWriteTokensAsync("sales", read, read));
        Assert.False(await store.TryWriteTokensAsync("sales", read, read));
    }

    [Fact]
    public async Task Notes_that_are_no_object_are_not_overwritten()
    {
        var store = await _collection.StoreWithAsync("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany" }, "amocrm_sdk": "theirs" }""");
        var record = new AmoCrmTokenRecord { Settings = new AmoCrmSettings { Subdomain = "mycompany" }, ReadAt = Noon };

        var exception = await Assert.ThrowsAsync<AmoCrmSettingsStoreException>(
            () => store.TryWriteTokensAsync("sales", record, record with { Settings = record.Settings with { RefreshToken = "canary" } }));

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal("theirs", (await _collection.Documents.Find(new BsonDocument()).SingleAsync())["amocrm_sdk"]);
    }
}
