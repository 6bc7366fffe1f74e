using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AmoCrm.Sdk.Generators.Tests.TestSupport;

/// <summary>Runs the generator. Every run is made twice and must be cached the second time, and nothing of Roslyn may be in a model: no test can forget it.</summary>
internal static class GeneratorHarness
{
    public static GeneratorRun Generate(params (string Path, string Text)[] files) =>
        Run(CreateDriver(), Texts(files), CSharpCompilation.Create("Manifest"));

    public static GeneratorRun Generate(CSharpCompilation compilation, params (string Path, string Text)[] files) =>
        Run(CreateDriver((CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options), Texts(files), compilation);

    internal static GeneratorRun Run(GeneratorDriver driver, ImmutableArray<AdditionalText> files, CSharpCompilation compilation)
    {
        driver = driver.ReplaceAdditionalTexts(files).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        ModelPurity.AssertNoRoslynObjects(result);

        // The same texts in new objects: object identity must not matter.
        var again = driver.ReplaceAdditionalTexts([.. files.Select(file => (AdditionalText)new ManifestText(file.Path, file.GetText()!.ToString()))]).RunGenerators(compilation);
        RunReasons.AssertAllCached(again.GetRunResult().Results.Single());
        return new GeneratorRun(driver, files, compilation, output, result);
    }

    private static CSharpGeneratorDriver CreateDriver(CSharpParseOptions? parseOptions = null) => CSharpGeneratorDriver.Create(
        [new SdkGenerator().AsSourceGenerator()],
        parseOptions: parseOptions,
        optionsProvider: new ManifestOptions(),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static ImmutableArray<AdditionalText> Texts((string Path, string Text)[] files) =>
        [.. files.Select(file => (AdditionalText)new ManifestText(file.Path, file.Text))];
}
