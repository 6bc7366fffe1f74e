using AmoCrm.Sdk.Generators.Binding;
using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;
using AmoCrm.Sdk.Generators.Tests.TestSupport;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Tests.RealSpec;

/// <summary>A mistake in the real manifest is one AMO error, and the rest of AmoCrm.Sdk compiles as before.</summary>
public sealed class SecondHandErrorTests
{
    /// <summary>What other generators would supply (log messages, regular expressions) is missing here in sound builds, too.</summary>
    private static readonly Lazy<IReadOnlyList<string>> ErrorsOfASoundBuild = new(() => SdkCompilation.Errors(Compile(SpecFiles.All())));

    public static TheoryData<RealMistake> Mistakes => [.. RealMistakes.All];

    public static TheoryData<int> Groups => [.. Enumerable.Range(0, RealMistakes.Groups.Count)];

    [Fact]
    public void A_sound_manifest_compiles()
    {
        Assert.All(ErrorsOfASoundBuild.Value, error => Assert.Contains("CS8795", error, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void A_mistake_is_one_error_at_its_line(RealMistake mistake)
    {
        var parsed = SpecFiles.All()
            .Select(file => new ManifestFile(file.Path, file.Path == mistake.Path ? mistake.Apply(file.Text) : file.Text))
            .Select(file => YamlFileParser.Parse(file, CancellationToken.None));

        var diagnostic = Assert.Single(ManifestBinder.Bind(parsed, CancellationToken.None).Diagnostics);

        Assert.Equal((mistake.Id, mistake.Path), (diagnostic.Id, diagnostic.Path));
        Assert.InRange(diagnostic.LineSpan.Start.Line, mistake.Line, mistake.Line + mistake.With.Count(character => character == '\n'));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void Mistakes_bring_no_compiler_errors(int group)
    {
        var mistakes = RealMistakes.Groups[group];
        var files = SpecFiles.All().Select(file => (file.Path, mistakes.Where(mistake => mistake.Path == file.Path).Aggregate(file.Text, (text, mistake) => mistake.Apply(text))));

        var run = Compile([.. files]);

        Assert.Equal(mistakes.Select(mistake => mistake.Id).Order(StringComparer.Ordinal), run.Diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.Empty(SdkCompilation.Errors(run).Except(ErrorsOfASoundBuild.Value, StringComparer.Ordinal));
    }

    /// <summary>
    /// Nonsense cannot be traced to the name it was, so hand-written bodies that use the param do not bind. The compiler never gets there: an error that cannot be
    /// configured away stops it after the declarations.
    /// </summary>
    [Theory]
    [InlineData("      query: { type: string?, summary: Full-text search over all filled fields of the company. }")]
    [InlineData("      with: { type: \"CompanyInclude[]?\", style: comma, summary: Related objects to include. }")]
    public void Nonsense_for_a_name_that_hand_written_code_uses_stops_the_compiler_before_that_code(string line)
    {
        const string Path = "spec/handlers/companies.yaml";
        var nonsense = new RealMistake("AMO0034", Path, line, $"      zzqx{line[line.IndexOf(':', StringComparison.Ordinal)..]}");
        var files = SpecFiles.All().Select(file => (file.Path, file.Path == Path ? nonsense.Apply(file.Text) : file.Text));

        var run = Compile([.. files]);

        Assert.NotEmpty(SdkCompilation.Errors(run).Except(ErrorsOfASoundBuild.Value, StringComparer.Ordinal));
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal((nonsense.Id, nonsense.Line), (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line));
        Assert.Contains(WellKnownDiagnosticTags.NotConfigurable, diagnostic.Descriptor.CustomTags);
        Assert.Empty(SdkCompilation.DeclarationErrors(run).Except(ErrorsOfASoundBuild.Value, StringComparer.Ordinal));
    }

    private static GeneratorRun Compile((string Path, string Text)[] files) => GeneratorHarness.Generate(SdkCompilation.HandWritten, files);
}
