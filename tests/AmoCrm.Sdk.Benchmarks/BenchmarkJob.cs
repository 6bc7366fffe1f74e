using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace AmoCrm.Sdk.Benchmarks;

/// <summary>How BenchmarkDotNet measures.</summary>
internal static class BenchmarkJob
{
    /// <summary>In this process: a project that BenchmarkDotNet writes would be built by this repository's rules, warnings and all.</summary>
    public static Job InProcess { get; } = Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithIterationTime(TimeInterval.FromMilliseconds(100))
        .WithWarmupCount(10)
        .WithIterationCount(15);
}
