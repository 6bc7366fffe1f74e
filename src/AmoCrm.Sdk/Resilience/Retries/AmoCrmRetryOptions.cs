namespace AmoCrm.Sdk;

/// <summary>How requests are repeated that failed for a passing reason, within <see cref="AmoCrmClientOptions.TotalTimeout"/>.</summary>
/// <remarks>
/// Reads, and writes that are the same twice, are repeated after 429, 502, 503, 504 and after connections and answers that failed. A create is repeated only when it certainly was
/// not carried out: after 429, or when it failed before its first byte left.
/// </remarks>
public sealed class AmoCrmRetryOptions
{
    /// <summary>How often a request is repeated at most.</summary>
    /// <value>By default 4; zero switches repeating off.</value>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The pause before the first repetition, on average; it doubles each time, with jitter. A <c>Retry-After</c> of amoCRM counts instead, where it is longer.</summary>
    /// <value>By default 300 milliseconds.</value>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest pause of our own. A <c>Retry-After</c> may be longer, as long as it ends within the time budget; when it does not, the answer is given back at once.</summary>
    /// <value>By default 10 seconds.</value>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For how long nothing is sent to an account that answered with amoCRM's block page (403, HTML); then one request is let through to see.</summary>
    /// <value>By default 1 minute; it doubles each time the page comes again.</value>
    public TimeSpan BlockPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest such pause.</summary>
    /// <value>By default 30 minutes.</value>
    public TimeSpan LongestBlockPause { get; set; } = TimeSpan.FromMinutes(30);

    internal AmoCrmRetryOptions Copy() => (AmoCrmRetryOptions)MemberwiseClone();

    internal static IEnumerable<string> ProblemsOf(AmoCrmRetryOptions options)
    {
        if (options.MaxRetries is < 0 or > 20)
        {
            yield return $"{Name(nameof(MaxRetries))} must be between 0 and 20: zero switches repeating off.";
        }

        if (options.BaseDelay <= TimeSpan.Zero || options.BaseDelay > options.MaxDelay)
        {
            yield return $"{Name(nameof(BaseDelay))} must be more than zero and at most {nameof(MaxDelay)}.";
        }

        if (options.MaxDelay > TimeSpan.FromHours(1))
        {
            yield return $"{Name(nameof(MaxDelay))} must be at most an hour.";
        }

        if (options.BlockPause <= TimeSpan.Zero || options.BlockPause > options.LongestBlockPause)
        {
            yield return $"{Name(nameof(BlockPause))} must be more than zero and at most {nameof(LongestBlockPause)}.";
        }

        if (options.LongestBlockPause > TimeSpan.FromDays(1))
        {
            yield return $"{Name(nameof(LongestBlockPause))} must be at most a day.";
        }
    }

    private static string Name(string member) => $"{nameof(AmoCrmClientOptions.Retry)}.{member}";
}
