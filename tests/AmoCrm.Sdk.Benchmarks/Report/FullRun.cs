using System.Runtime.InteropServices;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>Measures all cases with BenchmarkDotNet, in this process.</summary>
internal static class FullRun
{
    /// <returns>The figures, and what BenchmarkDotNet says about the machine.</returns>
    public static (IReadOnlyList<FullResult> Results, string Machine) Measure(IReadOnlyList<BenchmarkEntry> entries, string artifacts)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(BenchmarkJob.InProcess)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(artifacts);
        var results = new List<FullResult>();
        var machine = string.Empty;
        foreach (var entry in entries)
        {
            var summary = BenchmarkRunner.Run(entry.Type, config);
            machine = string.Join('\n', [.. summary.HostEnvironmentInfo.ToFormattedString(), RuntimeInformation.FrameworkDescription]);
            results.AddRange(summary.Reports.Select(report => Result(entry, report)));
        }

        return (results, machine);
    }

    private static FullResult Result(BenchmarkEntry entry, BenchmarkReport report)
    {
        var method = report.BenchmarkCase.Descriptor;
        var times = report.ResultStatistics ?? throw new InvalidOperationException($"{entry.Name}: {method.WorkloadMethod.Name} was not measured; the output above says why.");
        return new FullResult(entry.Name, method.WorkloadMethod.Name, method.Baseline, times.Median, times.StandardDeviation, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
