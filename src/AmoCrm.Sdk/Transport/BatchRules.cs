namespace AmoCrm.Sdk.Transport;

/// <summary>How many items one request may carry, and where such a request goes when not where a single one does.</summary>
/// <param name="best">The number amoCRM recommends.</param>
/// <param name="max">The number it refuses to exceed.</param>
internal sealed class BatchRules(int best, int max)
{
    public int Best { get; } = best;

    public int Max { get; } = max;

    public HttpMethod? Method { get; init; }

    /// <summary>Null: the operation's own path, which must then be the same for all items.</summary>
    public string? Path { get; init; }

    /// <summary>The name under which batches appear in errors and telemetry, when they have one of their own.</summary>
    public string? Handler { get; init; }
}
