using AmoCrm.Sdk.Auth.Refresh;

namespace AmoCrm.Sdk.Soak.Workers;

/// <summary>What a worker process says.</summary>
internal sealed record WorkerReport
{
    /// <summary>The point that was reached, where it says nothing else; null in answers to orders.</summary>
    public TokenRefreshPoint? Reached { get; init; }

    public int Succeeded { get; init; }

    /// <summary>The calls that failed: the name of the exception and its message, and how many.</summary>
    public IReadOnlyDictionary<string, int> Failures { get; init; } = new Dictionary<string, int>();

    /// <summary>The token events that the worker has heard for the agent since the client was made, by state.</summary>
    public IReadOnlyDictionary<AmoCrmAuthorizationState, int> Events { get; init; } = new Dictionary<AmoCrmAuthorizationState, int>();

    public double Milliseconds { get; init; }

    public int Failed => Failures.Values.Sum();

    public int Heard(AmoCrmAuthorizationState state) => Events.GetValueOrDefault(state);

    /// <summary>Whether calls failed, and all of them with this exception.</summary>
    public bool FailedOnlyWith<TException>()
        where TException : AmoCrmException => Succeeded == 0 && Failed > 0 && Failures.Keys.All(static failure => failure.StartsWith(typeof(TException).Name + ":", StringComparison.Ordinal));
}
