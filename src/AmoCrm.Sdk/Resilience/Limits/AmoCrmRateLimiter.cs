using AmoCrm.Sdk.Resilience;
using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace AmoCrm.Sdk;

/// <summary>
/// Keeps requests within amoCRM's limits: an exact sliding window for each integration and one for each account. Both are taken at the same moment, so that no request holds a place in one
/// while it waits for the other. Waiting requests are served in the order they came, interactive ones before bulk.
/// </summary>
/// <remarks>Clients of one process share it by default. For several processes there is the package AmoCrm.Sdk.Redis.</remarks>
public sealed class AmoCrmRateLimiter : PartitionedRateLimiter<AmoCrmRateLimitKey>
{
    private readonly ConcurrentDictionary<string, AccountWindow> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly RateLimits _limits;
    private readonly TimeProvider _time;
    private IntegrationWindow? _recent;
    private volatile bool _isDisposed;

    /// <summary>Makes a limiter.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="AmoCrmConfigurationException">A limit is not allowed; the message names it.</exception>
    public AmoCrmRateLimiter(AmoCrmRateLimitOptions? options = null, TimeProvider? timeProvider = null)
    {
        _limits = RateLimits.Of(options ?? new AmoCrmRateLimitOptions());
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>The limiter of one integration and priority.</summary>
    /// <param name="key">Whose.</param>
    /// <returns>A limiter that shares its windows with the others of the account. Disposing of it does nothing.</returns>
    public RateLimiter GetLimiter(AmoCrmRateLimitKey key) => Lane(key);

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics(AmoCrmRateLimitKey resource) => Lane(resource).GetStatistics();

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(AmoCrmRateLimitKey resource, int permitCount) => Lane(resource).AttemptAcquire(permitCount);

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(AmoCrmRateLimitKey resource, int permitCount, CancellationToken cancellationToken) =>
        Lane(resource).AcquireAsync(permitCount, cancellationToken);

    /// <summary>Refuses those who wait.</summary>
    /// <param name="disposing">Always true.</param>
    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        foreach (var account in _accounts.Values)
        {
            account.Dispose();
        }

        base.Dispose(disposing);
    }

    private SlidingWindowLane Lane(AmoCrmRateLimitKey key)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var clientId = key.ClientId ?? string.Empty;

        // Most programs ask for one integration all the time: looking it up would cost as much as the permit.
        if (_recent is not { } integration || integration.Account.Host != key.Host || integration.ClientId != clientId)
        {
            _recent = integration = string.IsNullOrEmpty(key.Host)
                ? throw new ArgumentException("The key names no host.", nameof(key))
                : _accounts.GetOrAdd(key.Host, static (host, limiter) => new AccountWindow(host, limiter._limits, limiter._time), this).IntegrationOf(clientId);
        }

        return integration.Lane(key.Priority);
    }
}
