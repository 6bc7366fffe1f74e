using AmoCrm.Sdk.Benchmarks.Targets;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>Why a goal is missed, for each that may be. The report says by how much.</summary>
internal static class MissedGoals
{
    private static readonly Dictionary<(string Case, TargetMeasure Measure), string> Reasons = [];

    /// <returns>Null where nobody has found out.</returns>
    public static string? ReasonFor(string benchmark, TargetMeasure measure) => Reasons.GetValueOrDefault((benchmark, measure));
}
