using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>Why the outputs of a step are as they are.</summary>
internal static class RunReasons
{
    public static IEnumerable<IncrementalStepRunReason> Of(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs).Select(output => output.Reason) : [];

    public static void AssertCached(GeneratorRunResult result, IEnumerable<string> steps)
    {
        foreach (var step in steps)
        {
            Assert.All(Of(result, step), reason => Assert.True(IsCached(reason), $"{step}: {reason}"));
        }
    }

    /// <summary>Every named step is cached or unchanged, and no source or diagnostic was produced again.</summary>
    public static void AssertAllCached(GeneratorRunResult result)
    {
        AssertCached(result, PipelineStepNames.All);
        foreach (var (kind, runs) in result.TrackedOutputSteps)
        {
            Assert.All(runs.SelectMany(run => run.Outputs), output => Assert.True(output.Reason == IncrementalStepRunReason.Cached, $"{kind}: {output.Reason}"));
        }
    }

    private static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
