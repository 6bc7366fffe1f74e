namespace AmoCrm.Sdk;

/// <summary>How a bulk write works.</summary>
public sealed class BulkOptions
{
    /// <summary>How many items go into one request.</summary>
    /// <value>By default what amoCRM recommends (50); at most what it takes (250).</value>
    public int? ChunkSize { get; set; }

    /// <summary>How many requests are under way at once at most. amoCRM's limits are kept whatever this is: it only has to be enough for slow answers.</summary>
    /// <value>By default 8; from 1 to 64.</value>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>How long a request that is not full waits for further items, where what is given comes slowly.</summary>
    /// <value>By default 1 second.</value>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Told after every request.</summary>
    public IProgress<BulkProgress>? Progress { get; set; }

    /// <summary>
    /// Awaited before a request leaves, when it has its permit, with the places of its items: whoever keeps a journal writes them down here, and knows after a crash which items may have been sent.
    /// Called again where the rest of a refused request is sent anew. What it throws ends the bulk write; the items of the request are told as not sent then.
    /// </summary>
    public Func<IReadOnlyList<long>, ValueTask>? Sending { get; set; }

    /// <summary>Awaited as soon as the outcomes of a request are there, whatever the order; the enumeration gives them later, in the order of what was given. What it throws ends the bulk write.</summary>
    public Func<IReadOnlyList<BulkOutcome>, ValueTask>? Completed { get; set; }

    /// <exception cref="AmoCrmArgumentException">A value is not allowed.</exception>
    internal BulkOptions Checked(string handler, int max)
    {
        if (ChunkSize is { } size && (size < 1 || size > max))
        {
            throw new AmoCrmArgumentException(handler, nameof(ChunkSize), $"Allowed is 1 to {max}, not {size}.");
        }

        if (MaxConcurrency is < 1 or > 64)
        {
            throw new AmoCrmArgumentException(handler, nameof(MaxConcurrency), $"Allowed is 1 to 64, not {MaxConcurrency}.");
        }

        return MaxWait < TimeSpan.Zero || MaxWait > TimeSpan.FromMinutes(10)
            ? throw new AmoCrmArgumentException(handler, nameof(MaxWait), "It must not be negative and at most 10 minutes.")
            : (BulkOptions)MemberwiseClone();
    }
}
