using AmoCrm.Sdk.Generators.Tests.TestSupport;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Benchmarks.Generator;

/// <summary>The summary of a handler changes, in one module of the manifest.</summary>
public class EditedModule : BenchmarkCase
{
    private const string Summary = "summary: Reads one lead by id; null when there is no such lead.";

    private static readonly AdditionalText Before = RealManifest.Files.Single(static file => file.Path == "spec/handlers/leads.yaml");
    private static readonly AdditionalText After = new ManifestText(Before.Path, Before.GetText()!.ToString().Replace(Summary, "summary: Reads a lead by id.", StringComparison.Ordinal));

    private GeneratorDriver _driver = RealManifest.CreateDriver().RunGenerators(RealManifest.Compilation);
    private int _edits;

    [Benchmark]
    public GeneratorDriver Sdk() => _driver = Edited(_driver, ++_edits % 2 == 1);

    public override Task CheckAsync()
    {
        var driver = RealManifest.CreateDriver(tracksSteps: true).RunGenerators(RealManifest.Compilation);
        SameWork.Value("Whether the edit made steps run again", true, RealManifest.MadeAgain(Edited(driver, isAfter: true)) > 0);
        return Task.CompletedTask;
    }

    private static GeneratorDriver Edited(GeneratorDriver driver, bool isAfter) =>
        driver.ReplaceAdditionalText(isAfter ? Before : After, isAfter ? After : Before).RunGenerators(RealManifest.Compilation);
}
