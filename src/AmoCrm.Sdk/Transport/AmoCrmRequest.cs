using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk;

/// <summary>One request to the account's API, for what the typed clients do not offer: see <see cref="IAmoCrmClient.SendAsync"/>.</summary>
public sealed class AmoCrmRequest
{
    /// <summary>The <see cref="Handler"/> of requests that name none.</summary>
    public const string RawHandler = "raw";

    private readonly string? _pathTemplate;

    /// <summary>Makes a request.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path on the account's host, percent-encoded, without a query: <c>/api/v4/leads/12</c>.</param>
    /// <exception cref="AmoCrmArgumentException"><paramref name="path"/> is not such a path.</exception>
    public AmoCrmRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        Method = method;
        Path = ApiPath.Checked(path);
        Retry = RequestMethods.DefaultRetry(method);
    }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path on the account's host, percent-encoded, without a query.</summary>
    public string Path { get; }

    /// <summary>The query without its question mark, percent-encoded; null for none.</summary>
    public string? Query { get; init; }

    /// <summary>The body, JSON in UTF-8; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether it may be repeated when nobody knows what became of it.</summary>
    /// <value>By default <see cref="RetrySafety.Safe"/> for GET and HEAD, <see cref="RetrySafety.Idempotent"/> for PUT and DELETE, else <see cref="RetrySafety.Unsafe"/>.</value>
    public RetrySafety Retry { get; init; }

    /// <summary>The name under which it appears in errors, logs and metrics. Keep the number of different names small.</summary>
    /// <value>By default <c>raw</c>.</value>
    public string Handler { get; init; } = RawHandler;

    /// <summary>The user with whose rights it runs (<c>X-Context-User-ID</c>); null for the user who granted the token.</summary>
    /// <remarks>amoCRM allows it only when an administrator granted the token.</remarks>
    public long? ContextUserId { get; init; }

    /// <summary>Whether it goes before others or behind them when it has to wait for amoCRM's limits.</summary>
    /// <value>By default <see cref="AmoCrmPriority.Interactive"/>.</value>
    public AmoCrmPriority Priority { get; init; }

    /// <summary>What the items of a batch are called, for whoever has to look for them.</summary>
    internal IReadOnlyList<string> ItemIds { get; init; } = [];

    /// <summary>Awaited once, when the request has its first permit and is about to leave. What it throws is thrown by the call, and nothing is sent.</summary>
    internal Func<ValueTask>? Leaving { get; init; }

    /// <summary>Whether whoever sends it gives the buffer of its answer back, by <see cref="AmoCrmApi.Recycle"/>.</summary>
    internal bool ReturnsBody { get; init; }

    /// <summary>The path as the documentation writes it, such as <c>/api/v4/leads/{id}</c>: for traces and logs, which have no use for ids.</summary>
    internal string PathTemplate
    {
        get => _pathTemplate ?? string.Join('/', Path.Split('/').Select(static part => part.Length > 0 && part.All(char.IsAsciiDigit) ? "{id}" : part));
        init => _pathTemplate = value;
    }

    internal bool IsWrite => RequestMethods.IsWrite(Method);

    /// <summary>The same request as a client sends it: with its user where this one names none, and in its lane.</summary>
    internal AmoCrmRequest Of(long? contextUserId, AmoCrmPriority priority) =>
        (contextUserId is null || ContextUserId is not null) && (priority == Priority || Priority == AmoCrmPriority.Bulk)
            ? this
            : new(Method, Path)
            {
                Query = Query,
                Body = Body,
                Retry = Retry,
                Handler = Handler,
                ContextUserId = ContextUserId ?? contextUserId,
                Priority = Priority == AmoCrmPriority.Bulk ? Priority : priority,
                ItemIds = ItemIds,
                Leaving = Leaving,
                ReturnsBody = ReturnsBody,
                PathTemplate = PathTemplate,
            };

    /// <summary>Method and path; never the query or the body.</summary>
    public override string ToString() => $"{Method} {Path}";
}
