using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Transport;

/// <summary>The facts of one handler that are the same whatever its arguments and its result are.</summary>
internal abstract class Operation
{
    public required string Handler { get; init; }

    public required HttpMethod Method { get; init; }

    public required string PathTemplate { get; init; }

    public required HandlerEffect Effect { get; init; }

    public required RetrySafety Retry { get; init; }

    public IReadOnlyList<int> Success { get; init; } = [200, 201, 202, 204];

    /// <summary>The statuses that mean "there is no such object" and are answered by <c>Absent</c>.</summary>
    public IReadOnlyList<int> Missing { get; init; } = [];

    public PagingRules? Paging { get; init; }

    public BodyKind BodyKind { get; init; }

    public BatchRules? Batch { get; init; }
}
