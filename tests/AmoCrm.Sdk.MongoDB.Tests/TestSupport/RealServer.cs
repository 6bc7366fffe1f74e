using DotNet.Testcontainers.Builders;
using MongoDB.Driver;
using Testcontainers.MongoDb;

namespace AmoCrm.Sdk.MongoDB.Tests.TestSupport;

/// <summary>
/// The server the tests run against: the one that a variable names, else one in a container where Docker runs, and never a substitute. Without either the tests are
/// skipped. Each run has a database of its own.
/// </summary>
public sealed class RealServer : IAsyncLifetime
{
    public const string Variable = "AMOCRM_TEST_MONGODB";

    private const string Image = "mongo:8.0";

    private static string? _connectionString = Environment.GetEnvironmentVariable(Variable);

    private MongoDbContainer? _container;
    private MongoClient? _client;

    public string Database { get; } = $"amocrm_sdk_tests_{Guid.NewGuid():N}";

    /// <summary>Its connection string. Without one the test that asks is skipped.</summary>
    public static string ConnectionString
    {
        get
        {
            Assert.SkipWhen(string.IsNullOrEmpty(_connectionString), $"These tests need a real MongoDB: set {Variable} to its connection string, or start Docker.");
            return _connectionString!;
        }
    }

    /// <summary>A client that shares nothing with the stores: what somebody else does to the database.</summary>
    public MongoClient Client => _client ??= new MongoClient(ConnectionString);

    public async ValueTask InitializeAsync()
    {
        if (!string.IsNullOrEmpty(_connectionString))
        {
            return;
        }

        try
        {
            _container = new MongoDbBuilder(Image).Build();
        }
        catch (DockerUnavailableException)
        {
            return;
        }

        await _container.StartAsync();
        _connectionString = _container.GetConnectionString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
        {
            _client?.Dispose();
            await _container.DisposeAsync();
        }
        else if (_client is not null)
        {
            await _client.DropDatabaseAsync(Database);
        }
    }
}
