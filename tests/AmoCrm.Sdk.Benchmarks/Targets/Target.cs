namespace AmoCrm.Sdk.Benchmarks.Targets;

/// <summary>What a case has to reach, and what it should.</summary>
/// <param name="Measure">Of what.</param>
/// <param name="Gate">More than this fails the run.</param>
/// <param name="Goal">More than this is told, with the reason, in docs/performance.md.</param>
internal sealed record Target(TargetMeasure Measure, double Gate, double Goal);
