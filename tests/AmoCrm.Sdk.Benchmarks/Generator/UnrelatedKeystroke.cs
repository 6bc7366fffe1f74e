using AmoCrm.Sdk.Generators.Tests.TestSupport;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Benchmarks.Generator;

/// <summary>A key is pressed in a C# file that has nothing to do with the manifest.</summary>
public class UnrelatedKeystroke : BenchmarkCase
{
    private static readonly CSharpCompilation[] Compilations =
    [
        RealManifest.Compilation,
        RealManifest.Compilation.ReplaceSyntaxTree(RealManifest.Compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class After;")),
    ];

    private GeneratorDriver _driver = RealManifest.CreateDriver().RunGenerators(RealManifest.Compilation);
    private int _presses;

    [Benchmark]
    public GeneratorDriver Sdk() => _driver = _driver.RunGenerators(Compilations[++_presses % 2]);

    public override Task CheckAsync()
    {
        var driver = RealManifest.CreateDriver(tracksSteps: true).RunGenerators(Compilations[0]).RunGenerators(Compilations[1]);
        var reasons = RealManifest.Reasons(driver);
        SameWork.Value("Whether steps were looked at", true, reasons.Count > PipelineStepNames.All.Count);
        SameWork.Value("The outputs that were made again", 0, reasons.Count(static reason => reason != IncrementalStepRunReason.Cached));
        return Task.CompletedTask;
    }
}
