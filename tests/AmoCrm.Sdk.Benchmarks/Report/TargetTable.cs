using System.Globalization;
using System.Text;
using AmoCrm.Sdk.Benchmarks.Quick;
using AmoCrm.Sdk.Benchmarks.Targets;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>The targets with what was measured, and what is missed.</summary>
internal static class TargetTable
{
    public static void Write(StringBuilder page, IReadOnlyList<CaseResult> results)
    {
        page.AppendLine("| Case | What | Measured | Gate | Goal | |").AppendLine("|---|---|---:|---:|---:|---|");
        foreach (var (result, outcome) in Outcomes(results))
        {
            var target = outcome.Target;
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{result.Name}` | {Name(target.Measure)} | {Figure(target.Measure, outcome.Value)} | {Figure(target.Measure, target.Gate)} | {Figure(target.Measure, target.Goal)} | {Word(outcome)} |");
        }

        page.AppendLine();
        foreach (var (result, outcome) in Outcomes(results).Where(static item => !item.Outcome.MeetsGoal))
        {
            var measure = outcome.Target.Measure;
            page.AppendLine(CultureInfo.InvariantCulture, $"- `{result.Name}`, {Name(measure)}: {Figure(measure, outcome.Value - outcome.Target.Goal)} more than the goal. {MissedGoals.ReasonFor(result.Name, measure) ?? "Why is not known yet."}");
        }
    }

    private static IEnumerable<(CaseResult Result, TargetOutcome Outcome)> Outcomes(IReadOnlyList<CaseResult> results) =>
        results.SelectMany(static result => result.Outcomes.Select(outcome => (result, outcome)));

    private static string Word(TargetOutcome outcome) => outcome switch
    {
        { MeetsGoal: true } => "goal met",
        { MeetsGate: true } => "gate met",
        _ => "**missed**",
    };

    private static string Name(TargetMeasure measure) => measure switch
    {
        TargetMeasure.TimeRatio => "time ÷ baseline",
        TargetMeasure.BytesRatio => "allocation ÷ baseline",
        TargetMeasure.Nanoseconds => "time",
        TargetMeasure.Bytes => "allocation",
        TargetMeasure.ExtraNanoseconds => "time beyond the baseline",
        TargetMeasure.ExtraBytes => "allocation beyond the baseline",
        TargetMeasure.FileSize => "size",
        TargetMeasure.ExtraFileSize => "size beyond the baseline",
        TargetMeasure.PeerTimeRatio => "time ÷ fastest peer",
        TargetMeasure.PeerBytesRatio => "allocation ÷ thriftiest peer",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    private static string Figure(TargetMeasure measure, double value) => measure switch
    {
        TargetMeasure.Nanoseconds or TargetMeasure.ExtraNanoseconds => Figures.Time(value),
        TargetMeasure.Bytes or TargetMeasure.ExtraBytes or TargetMeasure.FileSize or TargetMeasure.ExtraFileSize => Figures.Size(value),
        _ => Figures.Ratio(value),
    };
}
