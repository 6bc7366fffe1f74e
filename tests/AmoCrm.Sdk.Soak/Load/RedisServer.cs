using AmoCrm.Sdk.Tests.Shared;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>The real server: the one that a variable names, else one that is started for the run.</summary>
internal sealed class RedisServer : IDisposable
{
    private const string Variable = "AMOCRM_TEST_REDIS";

    private readonly LocalRedis? _local;

    private RedisServer(string connectionString, LocalRedis? local)
    {
        ConnectionString = connectionString;
        _local = local;
    }

    public string ConnectionString { get; }

    /// <exception cref="NoRedisException">There is none.</exception>
    public static async Task<RedisServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return new RedisServer(given, null);
        }

        if (!LocalRedis.IsInstalled)
        {
            throw new NoRedisException($"There is no Redis: set {Variable} to the connection string of a real server, or install redis-server.");
        }

        var local = new LocalRedis();
        await local.StartAsync();
        return new RedisServer(local.ConnectionString, local);
    }

    public void Dispose() => _local?.Dispose();
}
