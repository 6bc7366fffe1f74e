using DotNet.Testcontainers.Builders;
using Testcontainers.MongoDb;

namespace AmoCrm.Sdk.Soak.Stores;

/// <summary>The real server: the one that a variable names, else one in a container where Docker runs. There is no substitute.</summary>
internal sealed class MongoDbServer : IAsyncDisposable
{
    private const string Variable = "AMOCRM_TEST_MONGODB";
    private const string Image = "mongo:8.0";

    private readonly MongoDbContainer? _container;

    private MongoDbServer(string connectionString, MongoDbContainer? container)
    {
        ConnectionString = connectionString;
        _container = container;
    }

    public string ConnectionString { get; }

    /// <exception cref="NoMongoDbException">There is none.</exception>
    public static async Task<MongoDbServer> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new MongoDbServer(given, null);
        }

        try
        {
            var container = new MongoDbBuilder(Image).Build();
            await container.StartAsync();
            return new MongoDbServer(container.GetConnectionString(), container);
        }
        catch (DockerUnavailableException)
        {
            throw new NoMongoDbException($"There is no MongoDB: set {Variable} to the connection string of a real server, or start Docker; '--store file' needs neither.");
        }
    }

    public ValueTask DisposeAsync() => _container?.DisposeAsync() ?? ValueTask.CompletedTask;
}
