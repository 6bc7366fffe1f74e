using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Resilience;

/// <summary>Limits that are checked and change no more.</summary>
/// <param name="Integration">Permits of one integration in a window.</param>
/// <param name="Account">Permits of an account in a window.</param>
/// <param name="Window">The window.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RateLimits(int Integration, int Account, TimeSpan Window)
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromMinutes(1);

    /// <summary>The least time between two bulk permits of an integration: as even as the limit allows.</summary>
    public TimeSpan Pace => Window / Math.Min(Integration, Account);

    public static IEnumerable<string> ProblemsOf(AmoCrmRateLimitOptions options)
    {
        if (options.RequestsPerWindow < 1)
        {
            yield return $"{Name(nameof(options.RequestsPerWindow))} must be at least 1.";
        }

        if (options.AccountRequestsPerWindow < 1)
        {
            yield return $"{Name(nameof(options.AccountRequestsPerWindow))} must be at least 1.";
        }

        if (options.Window <= TimeSpan.Zero || options.Window > LongestWindow)
        {
            yield return $"{Name(nameof(options.Window))} must be more than zero and at most a minute: amoCRM counts by the second, and the default adds a little for the network.";
        }
    }

    /// <exception cref="AmoCrmConfigurationException">A limit is not allowed.</exception>
    public static RateLimits Of(AmoCrmRateLimitOptions options)
    {
        var problems = ProblemsOf(options).ToList();
        return problems.Count == 0
            ? new RateLimits(options.RequestsPerWindow, options.AccountRequestsPerWindow, options.Window)
            : throw new AmoCrmConfigurationException(string.Join(' ', problems));
    }

    private static string Name(string member) => $"{nameof(AmoCrmClientOptions.RateLimit)}.{member}";
}
