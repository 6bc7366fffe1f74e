using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace AmoCrm.Sdk.Resilience;

/// <summary>The limiters that the clients of this process share: amoCRM counts by integration and account, whatever client a request comes from.</summary>
internal static class SharedLimiters
{
    // By clock, so that a clock of a test takes its limiters with it.
    private static readonly ConditionalWeakTable<TimeProvider, ConcurrentDictionary<Key, AmoCrmRateLimiter>> ByClock = [];

    /// <summary>The limiter of a client; null when it has limits switched off.</summary>
    public static AmoCrmRateLimiter? Of(AmoCrmClientOptions options)
    {
        if (!options.RateLimit.IsEnabled)
        {
            return null;
        }

        var limits = RateLimits.Of(options.RateLimit);
        return ByClock.GetValue(options.TimeProvider, static _ => new()).GetOrAdd(
            new Key(limits, options.EmulatorAddress),
            static (key, options) => new AmoCrmRateLimiter(options.RateLimit, options.TimeProvider),
            options);
    }

    private sealed record Key(RateLimits Limits, Uri? Emulator);
}
