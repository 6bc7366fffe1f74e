using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Benchmarks.Generator;

/// <summary>The generator on the real manifest, from nothing.</summary>
public class ColdRun : BenchmarkCase
{
    [Benchmark]
    public GeneratorDriver Sdk() => RealManifest.CreateDriver().RunGenerators(RealManifest.Compilation);

    public override Task CheckAsync()
    {
        var result = Sdk().GetRunResult().Results.Single();
        SameWork.Value("Whether the run was sound", true, result.Exception is null && result.Diagnostics.IsEmpty && result.GeneratedSources.Length > 100);
        return Task.CompletedTask;
    }
}
