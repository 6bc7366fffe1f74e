using System.Diagnostics;
using AmoCrm.Sdk.Benchmarks.Quick;
using AmoCrm.Sdk.Benchmarks.Start;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>Measures everything and writes docs/performance.md with its plots.</summary>
internal static class ReportRun
{
    /// <param name="entries">What is measured.</param>
    /// <param name="folder">Where the page goes; null for docs/ of the repository.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>0 when all gates are met, else 1.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<BenchmarkEntry> entries, string? folder, CancellationToken cancellationToken)
    {
        var interleaved = new List<CaseResult>();
        foreach (var entry in entries)
        {
            interleaved.Add(await QuickMeasurement.MeasureAsync(entry, cancellationToken));
            await Console.Out.WriteLineAsync(CaseLine.Of(interleaved[^1]));
        }

        CaseResult[] starts = [await StartMeasurement.JitAsync(), await StartMeasurement.NativeAsync()];
        var library = LibrarySize.Measure();
        foreach (var result in starts.Append(library))
        {
            await Console.Out.WriteLineAsync(CaseLine.Of(result));
        }

        var artifacts = Directory.CreateTempSubdirectory("amocrm-benchmarks-");
        var (full, machine) = FullRun.Measure(entries, artifacts.FullName);
        artifacts.Delete(recursive: true);
        var page = new PerformancePage(interleaved, starts, library, full, machine, await CommitAsync(cancellationToken), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        Write(folder ?? Path.Combine(RepositoryFiles.Root, "docs"), page.Files());
        return interleaved.Concat(starts).Append(library).All(static result => result.IsOk) ? 0 : 1;
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static async Task<string> CommitAsync(CancellationToken cancellationToken)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = RepositoryFiles.Root,
        })!;
        return (await git.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
    }
}
