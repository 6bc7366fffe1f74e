using DotNet.Testcontainers.Builders;
using StackExchange.Redis;
using Testcontainers.Redis;

namespace AmoCrm.Sdk.Redis.Tests.TestSupport;

/// <summary>
/// The server the tests of a class run against: the one that a variable names, else a redis-server of this machine, else one in a container where Docker runs, and never a substitute.
/// Without any of them the tests are skipped.
/// </summary>
public sealed class RealServer : IAsyncLifetime
{
    public const string Variable = "AMOCRM_TEST_REDIS";

    private const string Image = "redis:7.4";

    private LocalRedis? _local;
    private RedisContainer? _container;
    private ConnectionMultiplexer? _connection;
    private string? _connectionString = Environment.GetEnvironmentVariable(Variable);

    /// <summary>Its connection string. Without one the test that asks is skipped.</summary>
    public string ConnectionString
    {
        get
        {
            Assert.SkipWhen(string.IsNullOrEmpty(_connectionString), $"These tests need a real Redis: install redis-server, set {Variable} to a connection string, or start Docker.");
            return _connectionString!;
        }
    }

    /// <summary>A connection that shares nothing with the limiters: what somebody else does to the database.</summary>
    public async Task<IDatabase> DatabaseAsync() => (_connection ??= await ConnectionMultiplexer.ConnectAsync(ConnectionString)).GetDatabase();

    /// <summary>Limiters of several processes, with keys of their own.</summary>
    internal LimiterBench Bench(Action<AmoCrmRedisOptions>? configure = null) => new(ConnectionString, configure);

    public async ValueTask InitializeAsync()
    {
        if (!string.IsNullOrEmpty(_connectionString))
        {
            return;
        }

        if (LocalRedis.IsInstalled)
        {
            _local = new LocalRedis();
            await _local.StartAsync();
            _connectionString = _local.ConnectionString;
            return;
        }

        try
        {
            _container = new RedisBuilder(Image).Build();
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
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _local?.Dispose();
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }
}
