using System.Threading.RateLimiting;
using AmoCrm.Sdk.Telemetry;

namespace AmoCrm.Sdk.Resilience;

/// <summary>Where the attempts of a client get their permits: the limiter in its options, else the one that the process shares.</summary>
/// <param name="options">The client's options.</param>
internal sealed class PermitSource(AmoCrmClientOptions options)
{
    private readonly PartitionedRateLimiter<AmoCrmRateLimitKey>? _limiter = options.RateLimiter ?? SharedLimiters.Of(options);

    /// <summary>Waits for a permit.</summary>
    /// <param name="key">What for.</param>
    /// <param name="handler">Whose request it is, for messages and metrics.</param>
    /// <param name="cancellationToken">Cancels the waiting; no permit is used up then.</param>
    /// <exception cref="AmoCrmRateLimitedException">A limiter of the user's own refused.</exception>
    public ValueTask<TakenPermit> TakeAsync(AmoCrmRateLimitKey key, string handler, CancellationToken cancellationToken)
    {
        if (_limiter is null)
        {
            return default;
        }

        var taking = _limiter.AcquireAsync(key, permitCount: 1, cancellationToken);
        return taking.IsCompletedSuccessfully ? ValueTask.FromResult(Taken(taking.GetAwaiter().GetResult(), key, handler, TimeSpan.Zero)) : TakeLaterAsync(taking, key, handler);
    }

    private async ValueTask<TakenPermit> TakeLaterAsync(ValueTask<RateLimitLease> taking, AmoCrmRateLimitKey key, string handler)
    {
        var started = options.TimeProvider.GetTimestamp();
        var lease = await taking.ConfigureAwait(false);
        return Taken(lease, key, handler, options.TimeProvider.GetElapsedTime(started));
    }

    private static TakenPermit Taken(RateLimitLease lease, AmoCrmRateLimitKey key, string handler, TimeSpan elapsed)
    {
        if (!lease.IsAcquired)
        {
            throw RefusalOf(lease, handler);
        }

        // A limiter in another process always takes a moment; it says itself whether that was waiting.
        var waited = lease is AmoCrmPermit permit ? permit.Waited : elapsed;
        AmoCrmTelemetry.QueueDuration.Record(
            waited.TotalSeconds, new("amocrm.handler", handler), new("amocrm.priority", key.Priority == AmoCrmPriority.Bulk ? "bulk" : "interactive"));
        return new TakenPermit(lease, waited);
    }

    private static AmoCrmRateLimitedException RefusalOf(RateLimitLease lease, string handler)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : (TimeSpan?)null;
        lease.Dispose();
        return new AmoCrmRateLimitedException(new AmoCrmApiError
        {
            StatusCode = 429,
            Title = "The rate limiter of this program gave no permit, and nothing was sent",
            Handler = handler,
            RetryAfter = wait,
        });
    }
}
