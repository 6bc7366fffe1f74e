using System.Collections.Immutable;
using AmoCrm.Sdk.Generators;
using AmoCrm.Sdk.Generators.Tests.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Benchmarks.Generator;

/// <summary>The generator and the real manifest, ready to run.</summary>
internal static class RealManifest
{
    public static ImmutableArray<AdditionalText> Files { get; } = [.. SpecFiles.All().Select(static file => (AdditionalText)new ManifestText(file.Path, file.Text))];

    public static CSharpCompilation Compilation { get; } = CSharpCompilation.Create("Manifest", [CSharpSyntaxTree.ParseText("class Before;")]);

    public static GeneratorDriver CreateDriver(bool tracksSteps = false) => CSharpGeneratorDriver.Create(
        [new SdkGenerator().AsSourceGenerator()],
        additionalTexts: Files,
        optionsProvider: new ManifestOptions(),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));

    /// <summary>How many outputs of steps were made again, other than as they were.</summary>
    public static int MadeAgain(GeneratorDriver driver) =>
        Reasons(driver).Count(static reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    /// <summary>Why each output of the steps is what it is: <see cref="IncrementalStepRunReason.Unchanged"/> is one that was made again to the same.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return [.. result.TrackedSteps.Where(static step => PipelineStepNames.All.Contains(step.Key)).SelectMany(static step => step.Value)
            .Concat(result.TrackedOutputSteps.SelectMany(static step => step.Value))
            .SelectMany(static run => run.Outputs)
            .Select(static output => output.Reason)];
    }
}
