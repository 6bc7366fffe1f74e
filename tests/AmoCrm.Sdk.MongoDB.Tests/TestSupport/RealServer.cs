using MongoDB.Driver;

namespace AmoCrm.Sdk.MongoDB.Tests.TestSupport;

/// <summary>The server the tests run against: a real one, or none at all. Each run has a database of its own.</summary>
public sealed class RealServer : IAsyncLifetime
{
    public const string Variable = "AMOCRM_TEST_MONGODB";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Variable);

    private MongoClient? _client;

    public string Database { get; } = $"amocrm_sdk_tests_{Guid.NewGuid():N}";

    /// <summary>Its connection string. Without one the test that asks is skipped.</summary>
    public static string ConnectionString
    {
        get
        {
            Assert.SkipWhen(string.IsNullOrEmpty(Given), $"These tests need a real MongoDB: set {Variable} to its connection string.");
            return Given!;
        }
    }

    /// <summary>A client that shares nothing with the stores: what somebody else does to the database.</summary>
    public MongoClient Client => _client ??= new MongoClient(ConnectionString);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DropDatabaseAsync(Database);
        }
    }
}
