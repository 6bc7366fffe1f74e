namespace AmoCrm.Sdk;

/// <summary>Which requests go first when they have to wait for amoCRM's limits.</summary>
public enum AmoCrmPriority
{
    /// <summary>Somebody waits for the answer. The default.</summary>
    Interactive,

    /// <summary>
    /// Mass work: it gets the permits that no interactive request waits for, evenly spread, so that an interactive request never waits for a whole window. Its time in
    /// the queue does not count into <see cref="AmoCrmClientOptions.TotalTimeout"/>.
    /// </summary>
    Bulk,
}
