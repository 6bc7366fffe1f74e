using AmoCrm.Sdk.Benchmarks.Targets;

namespace AmoCrm.Sdk.Benchmarks.Quick;

/// <summary>What the ways of a case cost.</summary>
/// <param name="Name">The case.</param>
/// <param name="Subject">The SDK's way.</param>
/// <param name="Baseline">The one written by hand; null where there is nothing to compare with.</param>
/// <param name="Peers">The others.</param>
internal sealed record CaseResult(string Name, WayResult Subject, WayResult? Baseline, IReadOnlyList<WayResult> Peers)
{
    /// <summary>The targets of this case, each with its figure.</summary>
    public IReadOnlyList<TargetOutcome> Outcomes => [.. PerformanceTargets.Of(Name).Select(target => TargetOutcome.Of(target, this)).OfType<TargetOutcome>()];

    public bool IsOk => Outcomes.All(static outcome => outcome.MeetsGate);
}
