using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>Measures all cases with BenchmarkDotNet, in this process.</summary>
internal static class FullRun
{
    private static readonly Job Job = Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithIterationTime(TimeInterval.FromMilliseconds(100))
        .WithWarmupCount(10)
        .WithIterationCount(15);

    /// <returns>The figures, and what BenchmarkDotNet says about the machine.</returns>
    public static (IReadOnlyList<FullResult> Results, string Machine) Measure(IReadOnlyList<BenchmarkEntry> entries, string artifacts)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(artifacts);
        var results = new List<FullResult>();
        var machine = string.Empty;
        foreach (var entry in entries)
        {
            var summary = BenchmarkRunner.Run(entry.Type, config);
            machine = string.Join('\n', summary.HostEnvironmentInfo.ToFormattedString());
            results.AddRange(summary.Reports.Select(report => Result(entry, report)));
        }

        return (results, machine);
    }

    private static FullResult Result(BenchmarkEntry entry, BenchmarkReport report)
    {
        var method = report.BenchmarkCase.Descriptor;
        var times = report.ResultStatistics ?? throw new DifferentWorkException($"{entry.Name}: {method.WorkloadMethod.Name} was not measured; the output above says why.");
        return new FullResult(entry.Name, method.WorkloadMethod.Name, method.Baseline, times.Median, times.StandardDeviation, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }
}
