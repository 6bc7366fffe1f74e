using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks;

/// <summary>
/// One piece of work and the ways to do it, each a method with <see cref="BenchmarkAttribute"/>: <see cref="SubjectName"/> is the SDK's, the one marked as the baseline is written by hand,
/// the others are its peers. BenchmarkDotNet and <see cref="Quick.QuickRun"/> measure the same methods.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
public abstract class BenchmarkCase
{
    /// <summary>The name of the method that does the work with the SDK.</summary>
    public const string SubjectName = "Sdk";

    /// <summary>Makes sure, before anything is measured, that all ways do the same work.</summary>
    /// <exception cref="DifferentWorkException">They do not.</exception>
    [GlobalSetup]
    public abstract Task CheckAsync();
}
