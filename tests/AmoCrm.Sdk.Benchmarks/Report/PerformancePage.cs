using System.Globalization;
using System.Text;
using AmoCrm.Sdk.Benchmarks.Quick;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>docs/performance.md: its text is here, its figures are from the run.</summary>
/// <param name="Interleaved">What the quick form measured: the figures of the targets.</param>
/// <param name="Starts">The first calls after the start of a process.</param>
/// <param name="Library">The size of AmoCrm.Sdk.dll.</param>
/// <param name="Full">What BenchmarkDotNet measured.</param>
/// <param name="Machine">What BenchmarkDotNet says about the machine.</param>
/// <param name="Commit">The commit that was measured.</param>
/// <param name="Date">When.</param>
internal sealed record PerformancePage(
    IReadOnlyList<CaseResult> Interleaved, IReadOnlyList<CaseResult> Starts, CaseResult Library, IReadOnlyList<FullResult> Full, string Machine, string Commit, DateOnly Date)
{
    private const string Folder = "performance";

    /// <summary>The files of the report by their paths within docs/.</summary>
    public IReadOnlyDictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"""
            # Performance

            Made by `dotnet run -c Release --project tests/AmoCrm.Sdk.Benchmarks -- --report` on {Date:yyyy-MM-dd} from the commit `{Commit}`. Do not edit: the text is in `tests/AmoCrm.Sdk.Benchmarks/Report`.
            [common-tasks.md](common-tasks.md#measure) says how to measure a change.

            ```
            {Machine}
            ```

            Before a case is measured, each of its ways has to prove that it read or sent the same values. `HandWritten`, the baseline, is `HttpClient` with System.Text.Json's source generator; the models of all
            ways but the SDK's have the same members as the SDK's.

            ## Targets

            Measured in one process in many short rounds, each way once a round, as processor time; the figures are medians over the rounds. `-- --quick` does the same. `library` is AmoCrm.Sdk.dll.

            """);
        TargetTable.Write(page, [.. Interleaved, .. Starts, Library]);
        foreach (var group in ReportGroup.All)
        {
            WriteGroup(page, files, group);
        }

        WriteStarts(page);
        files["performance.md"] = page.ToString().ReplaceLineEndings("\n");
        return files;
    }

    private void WriteGroup(StringBuilder page, Dictionary<string, string> files, ReportGroup group)
    {
        var cases = Full.Where(result => result.Case.Split('.')[0] == group.Prefix).GroupBy(static result => result.Case).ToArray();
        if (cases.Length == 0)
        {
            return;
        }

        page.AppendLine(CultureInfo.InvariantCulture, $"\n## {group.Title}\n\n{group.Text} Measured by BenchmarkDotNet; times are medians of the wall clock.\n");
        page.AppendLine("| Case | Way | Time | ± | ÷ baseline | Allocated | ÷ baseline |").AppendLine("|---|---|---:|---:|---:|---:|---:|");
        foreach (var results in cases)
        {
            var baseline = results.FirstOrDefault(static result => result.IsBaseline);
            foreach (var result in results)
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"| `{result.Case}` | {result.Way} | {Figures.Time(result.Nanoseconds)} | {Figures.Time(result.Deviation)} | {Figures.Ratio(result.Nanoseconds / baseline?.Nanoseconds)} | {Figures.Size(result.Bytes)} | {Figures.Ratio(result.Bytes / (double?)baseline?.Bytes)} |");
            }
        }

        foreach (var results in cases.Where(static results => results.Count() > 2))
        {
            var file = $"{Folder}/{results.Key}.svg";
            files[file] = BarPlot.Draw(results.Key, "microseconds", [.. results.Select(static result => (result.Way, result.Nanoseconds / 1e3))]);
            page.AppendLine(CultureInfo.InvariantCulture, $"\n![{results.Key}: time of each way]({file})");
        }
    }

    private void WriteStarts(StringBuilder page)
    {
        page.AppendLine("\n## Start\n\nThe first call after the start of a process, from the making of the client to its result, over loopback; medians. The size is that of the program: all assemblies for the JIT compiler, the one binary with Native AOT.\n");
        page.AppendLine("| Case | Way | First call | Size |").AppendLine("|---|---|---:|---:|");
        foreach (var start in Starts)
        {
            foreach (var way in (WayResult[])[start.Subject, start.Baseline!])
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"| `{start.Name}` | {way.Name} | {Figures.Time(way.Nanoseconds)} | {Figures.Size(way.Bytes)} |");
            }
        }
    }
}
