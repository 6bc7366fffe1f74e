using System.Diagnostics;
using System.Reflection;
using AmoCrm.Sdk.Benchmarks.Quick;
using AmoCrm.Sdk.Benchmarks.Targets;

namespace AmoCrm.Sdk.Benchmarks.Tests;

// Allocations are counted over the whole process: nothing else may run meanwhile.
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    // Over real connections and in the generator, what is allocated depends on moments: there are no gates for it.
    public static TheoryData<string> Cases => [.. BenchmarkCases.All.Select(static entry => entry.Name).Where(static name => PerformanceTargets.Of(name).Any(IsAllocation))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_allocations_of_a_case_are_within_their_gates(string name)
    {
        Assert.SkipUnless(IsOptimized(), "A Debug build makes an object of every asynchronous method: run with -c Release.");

        var result = await QuickMeasurement.AllocationsAsync(BenchmarkCases.All.Single(entry => entry.Name == name));

        Assert.All(result.Outcomes.Where(static outcome => IsAllocation(outcome.Target)), static outcome => Assert.True(outcome.MeetsGate, outcome.ToString()));
    }

    private static bool IsOptimized() => typeof(AmoCrmClient).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    private static bool IsAllocation(Target target) =>
        target.Measure is TargetMeasure.Bytes or TargetMeasure.BytesRatio or TargetMeasure.ExtraBytes or TargetMeasure.PeerBytesRatio;
}
