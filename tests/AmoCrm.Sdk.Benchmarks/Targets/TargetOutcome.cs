using AmoCrm.Sdk.Benchmarks.Quick;

namespace AmoCrm.Sdk.Benchmarks.Targets;

/// <summary>A target and what was measured.</summary>
/// <param name="Target">The target.</param>
/// <param name="Value">The figure.</param>
internal sealed record TargetOutcome(Target Target, double Value)
{
    // Allocations are counted over many calls, between which the runtime allocates a little of its own.
    private const double Tolerance = 0.5;

    public bool MeetsGate => Value <= Target.Gate + Slack;

    public bool MeetsGoal => Value <= Target.Goal + Slack;

    private double Slack => Target.Measure is TargetMeasure.Bytes or TargetMeasure.ExtraBytes ? Tolerance : 0;

    /// <summary>The figure of a case that a target is about; null where the case has no such figure.</summary>
    public static TargetOutcome? Of(Target target, CaseResult result)
    {
        var (sdk, baseline) = (result.Subject, result.Baseline);
        var value = target.Measure switch
        {
            TargetMeasure.TimeRatio => sdk.Ratio,
            TargetMeasure.BytesRatio => sdk.Bytes / baseline?.Bytes,
            TargetMeasure.Nanoseconds => sdk.Nanoseconds,
            TargetMeasure.Bytes or TargetMeasure.FileSize => sdk.Bytes,
            TargetMeasure.ExtraNanoseconds => sdk.ExtraNanoseconds,
            TargetMeasure.ExtraBytes or TargetMeasure.ExtraFileSize => sdk.Bytes - baseline?.Bytes,
            TargetMeasure.PeerTimeRatio => result.Peers.Count > 0 ? sdk.Nanoseconds / result.Peers.Min(static peer => peer.Nanoseconds) : null,
            TargetMeasure.PeerBytesRatio => result.Peers.Count > 0 ? sdk.Bytes / result.Peers.Min(static peer => peer.Bytes) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(target)),
        };
        return value is { } figure ? new TargetOutcome(target, figure) : null;
    }
}
