namespace AmoCrm.Sdk;

/// <summary>
/// Whether creates that are made one by one at the same time, such as <c>Leads.CreateAsync</c> in many web requests, ride in one request to amoCRM. Each caller gets its own answer or its own error.
/// </summary>
public sealed class AmoCrmCoalescingOptions
{
    /// <summary>Whether they do.</summary>
    /// <value>By default false: a create goes at once, on its own.</value>
    public bool IsEnabled { get; set; }

    /// <summary>How long the first create waits for others to come along.</summary>
    /// <value>By default 25 milliseconds. A request is full, and goes at once, with the number of items that amoCRM recommends (50).</value>
    public TimeSpan Window { get; set; } = TimeSpan.FromMilliseconds(25);

    internal AmoCrmCoalescingOptions Copy() => (AmoCrmCoalescingOptions)MemberwiseClone();

    internal static IEnumerable<string> ProblemsOf(AmoCrmCoalescingOptions options)
    {
        if (options.Window < TimeSpan.Zero || options.Window > TimeSpan.FromSeconds(5))
        {
            yield return $"{nameof(AmoCrmClientOptions.Coalescing)}.{nameof(Window)} must not be negative and at most 5 seconds.";
        }
    }
}
