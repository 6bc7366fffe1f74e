using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using AmoCrm.Sdk.Redis.Fallback;
using AmoCrm.Sdk.Redis.Lanes;
using AmoCrm.Sdk.Redis.Scripts;
using AmoCrm.Sdk.Redis.Telemetry;
using AmoCrm.Sdk.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis;

/// <summary>
/// Keeps requests of all processes within amoCRM's limits together: an exact sliding window for each integration and one for each account, in Redis and by its clock. Interactive requests
/// go before bulk, those of one process in the order they came.
/// </summary>
/// <remarks>
/// While Redis cannot be reached each process keeps to its own share of the limits, and says so in the log. Requests never fail because of Redis. Safe for use by many threads; make one and
/// keep it.
/// </remarks>
public sealed class AmoCrmRedisRateLimiter : PartitionedRateLimiter<AmoCrmRateLimitKey>
{
    private readonly ConcurrentDictionary<AmoCrmRateLimitKey, Lane> _lanes = new();
    private readonly string _keyPrefix;
    private readonly TimeProvider _time;
    private readonly RedisConnection _connection;
    private readonly LocalShares _shares;
    private readonly HeldPermits _held;
    private readonly PermitGiver _giver;

    /// <summary>Makes a limiter over a connection of yours, which is not disposed of.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="options">How; null for the defaults. A copy is taken.</param>
    /// <param name="timeProvider">The clock to wait by; null for the system's.</param>
    /// <param name="loggerFactory">Where it is said that Redis is lost and back; null for nowhere.</param>
    /// <exception cref="AmoCrmConfigurationException">Options are not allowed; the message names them.</exception>
    public AmoCrmRedisRateLimiter(IConnectionMultiplexer connection, AmoCrmRedisOptions? options = null, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null)
        : this(new RedisConnection(connection ?? throw new ArgumentNullException(nameof(connection))), options, timeProvider, loggerFactory)
    {
    }

    /// <summary>Makes a limiter with a connection of its own, which is made by the first request and disposed of with the limiter. A program starts without Redis too.</summary>
    /// <param name="connectionString">A connection string of StackExchange.Redis: <c>localhost:6379</c>. It never reaches a log or a message.</param>
    /// <param name="options">How; null for the defaults. A copy is taken.</param>
    /// <param name="timeProvider">The clock to wait by; null for the system's.</param>
    /// <param name="loggerFactory">Where it is said that Redis is lost and back; null for nowhere.</param>
    /// <exception cref="AmoCrmConfigurationException">The connection string or options are not allowed; the message names them.</exception>
    public AmoCrmRedisRateLimiter(string connectionString, AmoCrmRedisOptions? options = null, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null)
        : this(new RedisConnection(connectionString), options, timeProvider, loggerFactory)
    {
    }

    private AmoCrmRedisRateLimiter(RedisConnection connection, AmoCrmRedisOptions? options, TimeProvider? timeProvider, ILoggerFactory? loggerFactory)
    {
        options ??= new AmoCrmRedisOptions();
        options.Validate();
        var copy = options.Copy();
        var limits = RateLimits.Of(copy.RateLimit);
        _keyPrefix = copy.KeyPrefix;
        _time = timeProvider ?? TimeProvider.System;
        _connection = connection;
        _shares = new LocalShares(limits, copy, _time);
        _held = new HeldPermits(limits, _time);
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(RedisLimiterLog.Category);
        _giver = new PermitGiver(new LimitStore(connection, limits, copy, _time), new RedisAvailability(limits, _time, logger), _shares, _held, limits, _time);
    }

    /// <summary>There are none: only Redis knows how many permits are left.</summary>
    /// <param name="resource">What for.</param>
    /// <returns>Null.</returns>
    public override RateLimiterStatistics? GetStatistics(AmoCrmRateLimitKey resource) => null;

    /// <summary>Never acquires: Redis has to be asked, which takes a moment. Use <c>AcquireAsync</c>.</summary>
    /// <param name="resource">What for.</param>
    /// <param name="permitCount">How many.</param>
    /// <returns>A lease that was not acquired.</returns>
    protected override RateLimitLease AttemptAcquireCore(AmoCrmRateLimitKey resource, int permitCount)
    {
        One(permitCount);
        return NoPermit.Refused;
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(AmoCrmRateLimitKey resource, int permitCount, CancellationToken cancellationToken)
    {
        One(permitCount);
        ArgumentException.ThrowIfNullOrEmpty(resource.Host, nameof(resource));
        if (permitCount == 0)
        {
            // Nothing is asked for, and nothing is known.
            return ValueTask.FromResult<RateLimitLease>(NoPermit.Available);
        }

        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<RateLimitLease>(cancellationToken) : LaneOf(resource).TakeAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        End();
        _connection.Dispose();
        base.Dispose(disposing);
    }

    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore()
    {
        End();
        await _connection.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsyncCore().ConfigureAwait(false);
    }

    private static void One(int permitCount)
    {
        if (permitCount > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(permitCount), permitCount, "A request takes one permit.");
        }
    }

    private void End()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Dispose();
        }

        _held.Dispose();
        _shares.Dispose();
    }

    // Hosts are written in any case, and keys of Redis are not the same then.
    private Lane LaneOf(AmoCrmRateLimitKey key) =>
        _lanes.GetOrAdd(key with { Host = key.Host.ToLowerInvariant() }, static (key, limiter) => limiter.CreateLane(key), this);

    private Lane CreateLane(AmoCrmRateLimitKey key)
    {
        var keys = new LimitKeys(_keyPrefix, key.Host, key.ClientId);
        var goesFirst = key.Priority == AmoCrmPriority.Bulk ? LaneOf(key with { Priority = AmoCrmPriority.Interactive }) : null;
        return new Lane(nobodyWaits => _giver.TakeAsync(keys, key, goesFirst, nobodyWaits), _time);
    }
}
