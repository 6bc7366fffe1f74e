using AmoCrm.Sdk.Auth.Refresh;

namespace AmoCrm.Sdk.Soak.Workers;

/// <summary>An order to a worker process.</summary>
internal sealed record WorkerOrder
{
    public required WorkerAction Action { get; init; }

    /// <summary>Whose calls.</summary>
    public string AgentId { get; init; } = "";

    /// <summary>Whether a client is made anew: one that has just failed to refresh early waits a minute before it tries again.</summary>
    public bool IsNewClient { get; init; }

    /// <summary>How many calls are made at the same moment.</summary>
    public int Callers { get; init; } = 1;

    /// <summary>How far the worker's clock is ahead of the machine's, as amoCRM's is.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>The point of a refresh at which the process kills itself.</summary>
    public TokenRefreshPoint? DieAt { get; init; }

    /// <summary>The point of a refresh that it tells, going on.</summary>
    public TokenRefreshPoint? TellAt { get; init; }

    /// <summary>For how long calls are repeated.</summary>
    public TimeSpan RepeatFor { get; init; }
}
