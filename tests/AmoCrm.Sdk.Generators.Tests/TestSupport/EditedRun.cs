using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>What an edit made the generator do again.</summary>
internal sealed class EditedRun(IReadOnlyDictionary<string, string> before, GeneratorRunResult after)
{
    /// <summary>The emitted texts that came, went or are different, by hint name in order.</summary>
    public IReadOnlyList<string> ChangedFiles { get; } = [.. Changes(before, after).Order(StringComparer.Ordinal)];

    public GeneratorRunResult Result => after;

    /// <summary>Asserts why each output of each named step is as it is; steps that are not named must be cached or unchanged.</summary>
    public EditedRun ExpectReasons(params (string Step, IncrementalStepRunReason[] Reasons)[] expected)
    {
        foreach (var (step, reasons) in expected)
        {
            Assert.Equal(reasons.Order(), RunReasons.Of(after, step).Order());
        }

        RunReasons.AssertCached(after, PipelineStepNames.All.Except(expected.Select(item => item.Step), StringComparer.Ordinal));
        return this;
    }

    public EditedRun ExpectAllCached()
    {
        RunReasons.AssertAllCached(after);
        return this;
    }

    public EditedRun ExpectChangedFiles(params string[] hintNames)
    {
        Assert.Equal(hintNames.Order(StringComparer.Ordinal), ChangedFiles);
        return this;
    }

    private static IEnumerable<string> Changes(IReadOnlyDictionary<string, string> before, GeneratorRunResult after)
    {
        var now = after.GeneratedSources.ToDictionary(source => source.HintName.Replace('\\', '/'), source => source.SourceText.ToString(), StringComparer.Ordinal);
        return before.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(name => !before.TryGetValue(name, out var old) || !now.TryGetValue(name, out var current) || old != current);
    }
}
