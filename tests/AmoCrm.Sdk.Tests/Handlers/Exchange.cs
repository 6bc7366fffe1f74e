namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>One request that must be sent and the answer it gets.</summary>
/// <param name="Request">Method, path and query with its percent-encoding undone: <c>GET /api/v4/companies?filter[id][]=5&amp;limit=250</c>.</param>
public sealed record Exchange(string Request)
{
    /// <summary>The JSON body that must be sent; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The answer: JSON text, or the name of a file in Fixtures; null for an empty one.</summary>
    public string? Answer { get; init; }
}
