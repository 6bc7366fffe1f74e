using AmoCrm.Sdk.Redis.Lanes;
using AmoCrm.Sdk.Redis.Scripts;
using Microsoft.Extensions.Logging.Testing;
using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Tests.TestSupport;

/// <summary>Limiters that share keys nobody else uses, as many processes would have them.</summary>
internal sealed class LimiterBench(string connectionString, Action<AmoCrmRedisOptions>? configure) : IAsyncDisposable
{
    public const string Host = "demo.amocrm.ru";

    private readonly List<AmoCrmRedisRateLimiter> _limiters = [];
    private readonly string _keyPrefix = $"tests:{Guid.NewGuid():N}:";

    public FakeLoggerProvider Logs { get; } = new();

    public LimitKeys Keys => new(_keyPrefix, Host, "one");

    public static AmoCrmRateLimitKey Key(string clientId = "one", AmoCrmPriority priority = AmoCrmPriority.Interactive) => new(Host, clientId, priority);

    /// <summary>Another process.</summary>
    public AmoCrmRedisRateLimiter Limiter(IConnectionMultiplexer? connection = null)
    {
        // A machine that builds and tests at once may be slow; the tests of outages set their own.
        var options = new AmoCrmRedisOptions { KeyPrefix = _keyPrefix, Timeout = TimeSpan.FromSeconds(20) };
        configure?.Invoke(options);
#pragma warning disable CA2000 // The limiter's own.
        var logs = new Microsoft.Extensions.Logging.LoggerFactory([Logs]);
#pragma warning restore CA2000
        var limiter = connection is null ? new AmoCrmRedisRateLimiter(connectionString, options, loggerFactory: logs) : new AmoCrmRedisRateLimiter(connection, options, loggerFactory: logs);
        _limiters.Add(limiter);
        return limiter;
    }

    /// <summary>A permit whose request leaves at once, or as late as is said.</summary>
    public static async Task<SharedPermit> SendAsync(AmoCrmRedisRateLimiter limiter, AmoCrmRateLimitKey key, CancellationToken cancellationToken = default)
    {
        var permit = (SharedPermit)await limiter.AcquireAsync(key, 1, cancellationToken);
        permit.RequestLeaves();
        permit.Dispose();
        return permit;
    }

    /// <summary>Tells the windows with more permits than the limit in them.</summary>
    public static IEnumerable<string> Excesses(IEnumerable<SharedPermit> permits, int limit, TimeSpan window)
    {
        var times = permits.Select(permit => permit.GivenAt).Order().ToList();
        for (var i = 0; i + limit < times.Count; i++)
        {
            var span = TimeSpan.FromMicroseconds(times[i + limit] - times[i]);
            if (span < window)
            {
                yield return $"{limit + 1} permits in {span.TotalMilliseconds} ms, from {times[i]} on";
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var limiter in _limiters)
        {
            await limiter.DisposeAsync();
        }

        Logs.Dispose();
    }
}
