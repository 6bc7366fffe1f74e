using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Scripts;

/// <summary>The way to the server: somebody else's connection, or one of our own that is made when it is needed first.</summary>
internal sealed class RedisConnection : IAsyncDisposable, IDisposable
{
    private readonly SyncRoot _gate = new();
    private readonly ConfigurationOptions? _configuration;
    private Task<IConnectionMultiplexer>? _connecting;
    private bool _isDisposed;

    public RedisConnection(IConnectionMultiplexer connection)
    {
        _connecting = Task.FromResult(connection);
    }

    /// <exception cref="AmoCrmConfigurationException">The connection string is not one. It is not repeated: it holds a password.</exception>
    public RedisConnection(string connectionString)
    {
        _configuration = Parse(connectionString);

        // A program starts without Redis too, and what cannot be sent now is of no use later.
        _configuration.AbortOnConnectFail = false;
        _configuration.BacklogPolicy = BacklogPolicy.FailFast;
    }

    public async ValueTask<IDatabaseAsync> GetAsync()
    {
        Task<IConnectionMultiplexer> connecting;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(AmoCrmRedisRateLimiter));
            if (_connecting is null || _connecting.IsFaulted || _connecting.IsCanceled)
            {
                _connecting = ConnectAsync(_configuration!);
            }

            connecting = _connecting;
        }

        return (await connecting.ConfigureAwait(false)).GetDatabase();
    }

    public void Dispose()
    {
        if (MayClose() && _connecting is { IsCompletedSuccessfully: true } connected)
        {
#pragma warning disable RS0030 // It is completed.
            connected.Result.Dispose();
#pragma warning restore RS0030
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (MayClose() && _connecting is { IsCompletedSuccessfully: true } connected)
        {
            await (await connected.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    // One that is still being made disposes of itself.
    private async Task<IConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration)
    {
        var connection = await ConnectionMultiplexer.ConnectAsync(configuration).ConfigureAwait(false);
        lock (_gate)
        {
            if (!_isDisposed)
            {
                return connection;
            }
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        throw new ObjectDisposedException(nameof(AmoCrmRedisRateLimiter));
    }

    /// <summary>Whether there is something to be disposed of: not twice, and not where the connection is somebody else's.</summary>
    private bool MayClose()
    {
        lock (_gate)
        {
            var isFirst = !_isDisposed;
            _isDisposed = true;
            return isFirst && _configuration is not null;
        }
    }

    private static ConfigurationOptions Parse(string connectionString)
    {
        try
        {
            if (!string.IsNullOrWhiteSpace(connectionString) && ConfigurationOptions.Parse(connectionString) is { EndPoints.Count: > 0 } configuration)
            {
                return configuration;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            // Its message quotes what it does not understand.
        }

        throw new AmoCrmConfigurationException("The connection string of Redis must be one of StackExchange.Redis: host:6379, or host:6379,password=…,ssl=true. It is not repeated here.");
    }
}
