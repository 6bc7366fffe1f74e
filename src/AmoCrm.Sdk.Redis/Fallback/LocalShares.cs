using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using AmoCrm.Sdk.Redis.Scripts;
using AmoCrm.Sdk.Resilience;

namespace AmoCrm.Sdk.Redis.Fallback;

/// <summary>What this process may send by itself while Redis is away: its part of the limits, by the number of processes that were seen last for the account.</summary>
/// <param name="limits">The limits of all together.</param>
/// <param name="options">Checked options.</param>
/// <param name="time">The clock.</param>
internal sealed class LocalShares(RateLimits limits, AmoCrmRedisOptions options, TimeProvider time) : IDisposable
{
    private const double Rounding = 1e-9;

    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly SyncRoot _gate = new();
    private readonly Dictionary<string, (RateLimits Limits, AmoCrmRateLimiter Limiter)> _limiters = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes note of who takes part.</summary>
    /// <returns>True when the server should know this process and does not: it lost its memory.</returns>
    public bool Heard(string host, Decision decision)
    {
        var now = time.GetTimestamp();
        var isForgotten = decision.IsNew && _seen.TryGetValue(host, out var before) && time.GetElapsedTime(before.At, now) < options.ParticipantsWindow / 2;
        _seen[host] = new Seen(decision.Processes, now);
        return isForgotten;
    }

    /// <summary>How many processes shared the account's limits; 1 where nobody knows.</summary>
    public int ProcessesOf(string host) => _seen.TryGetValue(host, out var seen) ? Math.Max(1, seen.Processes) : 1;

    /// <summary>The share: whole permits in a window, or one in a longer window where it is less than one.</summary>
    public RateLimits LimitsOf(string host)
    {
        var share = options.FallbackShare ?? 1.0 / ProcessesOf(host);
        var integration = limits.Integration * share;
        var stretch = Math.Min(Math.Max(1, 1 / integration), LongestWindow / limits.Window);
        return new RateLimits(Whole(integration * stretch), Whole(limits.Account * share * stretch), limits.Window * stretch);
    }

    /// <summary>The limiter of the share.</summary>
    public AmoCrmRateLimiter Of(string host)
    {
        var share = LimitsOf(host);
        lock (_gate)
        {
            // The same one as after the last loss, if it can be: it knows what left a moment ago.
            if (!_limiters.TryGetValue(host, out var known) || known.Limits != share)
            {
                _limiters[host] = known = (share, new AmoCrmRateLimiter(
                    new AmoCrmRateLimitOptions { RequestsPerWindow = share.Integration, AccountRequestsPerWindow = share.Account, Window = share.Window }, time));
            }

            return known.Limiter;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var (_, limiter) in _limiters.Values)
            {
                limiter.Dispose();
            }
        }
    }

    private static int Whole(double permits) => Math.Max(1, (int)Math.Floor(permits + Rounding));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Seen(int Processes, long At);
}
