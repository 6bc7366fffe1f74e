using System.Globalization;
using AmoCrm.Sdk.Generators.Tests.TestSupport;
using Microsoft.CodeAnalysis;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    // Names and not the cases themselves: each is then a test of its own, which can be run alone.
    public static TheoryData<string> Cases => [.. DiagnosticCases.All.Select(mistake => mistake.ToString())];

    [Fact]
    public void The_sound_manifest_has_no_mistake()
    {
        Assert.Empty(GeneratorHarness.Generate(SoundManifest.Files).Diagnostics);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_is_one_error_at_its_place_with_a_remedy(string name)
    {
        var mistake = Case(name);
        var broken = mistake.Files().Single(file => file.Path == mistake.Path);
        var marked = MarkedText.Parse(broken.Text);

        var run = GeneratorHarness.Generate([.. mistake.Files().Select(file => file.Path == mistake.Path ? (file.Path, marked.Text) : file)]);

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(mistake.Id, diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Contains(mistake.Message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(mistake.Path, diagnostic.Location.GetLineSpan().Path);
        Assert.Equal(marked.Span, diagnostic.Location.GetLineSpan().Span);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_mistake_costs_no_more_than_the_handler_it_is_in(string name)
    {
        var mistake = Case(name);
        var files = mistake.Files().Select(file => file.Path == mistake.Path ? (file.Path, MarkedText.Parse(file.Text).Text) : file).ToArray();
        var sound = GeneratorHarness.Generate(SoundManifest.Files).Files.Keys;

        var lost = sound.Except(GeneratorHarness.Generate(files).Files.Keys, StringComparer.Ordinal).ToArray();

        // A file with nothing of a module in it is the module's only file.
        var cost = mistake.Id is "AMO0035" or "AMO0039" ? 8 : 4;
        Assert.True(lost.Length <= cost, string.Join(", ", lost));
    }

    [Fact]
    public void Each_id_has_a_case()
    {
        var ids = Generators.Diagnostics.DiagnosticDescriptors.ById.Keys.Order(StringComparer.Ordinal);

        Assert.Equal(ids, DiagnosticCases.All.Select(mistake => mistake.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Several_mistakes_in_a_file_are_all_reported()
    {
        var handlers = SoundManifest.Handlers
            .Replace("      query: { type: string?, summary: Text to look for. }", "      query: { type: string?, summary: Text to look for.", StringComparison.Ordinal)
            .Replace("summary: Creates a company.", "summary: \"Creates a company.", StringComparison.Ordinal)
            .Replace("type: CompanyKind?", "type: CompanyKnd?", StringComparison.Ordinal);

        var run = GeneratorHarness.Generate((SoundManifest.HandlersPath, handlers), (SoundManifest.ModelsPath, SoundManifest.Models));

        Assert.Equal(2, run.Diagnostics.Count(diagnostic => diagnostic.Id == "AMO0001"));
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("AMO0001", diagnostic.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\t")]
    [InlineData("- a\n- b\n")]
    [InlineData("just text")]
    [InlineData("{{{{{{{{")]
    [InlineData("a: b: c: d")]
    [InlineData("%YAML 9.9\n---\n")]
    [InlineData("? [complex]\n: key\n")]
    [InlineData("module:\nhandlers:\n")]
    [InlineData("module: {}\nhandlers: []\nclients: 5\n")]
    [InlineData("handlers:\n  amocrm_x: 5\n  ? {a: b}\n  : c\n")]
    [InlineData("models:\n  A: {}\n  b: {}\nenums: { E: ~ }\n")]
    [InlineData("endpoints: 7\n")]
    [InlineData("\"\\uD800\"")]
    public void Nothing_that_a_file_may_hold_throws(string text)
    {
        var run = GeneratorHarness.Generate((SoundManifest.HandlersPath, text), (SoundManifest.ModelsPath, SoundManifest.Models));

        Assert.NotEmpty(run.Diagnostics);
        Assert.Contains("Models/Company.g.cs", run.Files.Keys);
    }

    [Fact]
    public void No_cut_through_a_manifest_throws()
    {
        for (var length = 0; length < SoundManifest.Handlers.Length; length += 97)
        {
            var run = GeneratorHarness.Generate((SoundManifest.HandlersPath, SoundManifest.Handlers[..length]), (SoundManifest.ModelsPath, SoundManifest.Models));

            Assert.Contains("Models/Company.g.cs", run.Files.Keys);
        }
    }

    private static DiagnosticCase Case(string name) => DiagnosticCases.All.Single(mistake => mistake.ToString() == name);
}
