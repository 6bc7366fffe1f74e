namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>A request as it left the SDK.</summary>
public sealed record SentRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Method, path and query: <c>GET /api/v4/leads?page=1</c>.</summary>
    public string Line => $"{Method} {Uri.PathAndQuery}";
}
