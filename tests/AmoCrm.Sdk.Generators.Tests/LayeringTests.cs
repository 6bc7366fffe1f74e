using System.Text.RegularExpressions;

namespace AmoCrm.Sdk.Generators.Tests;

/// <summary>Folders are the phases of the generator, and data flows one way.</summary>
public sealed partial class LayeringTests
{
    /// <summary>What each folder may use besides itself.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Reading"] = [],
        ["Diagnostics"] = [],
        ["Model"] = [],
        ["Parsing"] = ["Reading", "Diagnostics"],
        ["Binding"] = ["Parsing", "Diagnostics", "Model"],
        ["Emitting"] = ["Model"],
    };

    public static TheoryData<string> Folders => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_phase_imports_only_from_phases_before_it(string folder)
    {
        var path = Path.Combine(RepositoryFiles.Root, "generators", "AmoCrm.Sdk.Generators", folder);
        var files = Directory.GetFiles(path, "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var used = Phase().Matches(File.ReadAllText(file)).Select(match => match.Groups["phase"].Value).Where(Allowed.ContainsKey);
            Assert.Subset(new HashSet<string>([folder, .. Allowed[folder]], StringComparer.Ordinal), used.ToHashSet(StringComparer.Ordinal));
        });
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Emitting")]
    public void Roslyn_and_YAML_stay_out_of_the_model_and_the_emitters(string folder)
    {
        var path = Path.Combine(RepositoryFiles.Root, "generators", "AmoCrm.Sdk.Generators", folder);

        Assert.All(Directory.GetFiles(path, "*.cs"), file =>
        {
            var text = File.ReadAllText(file);
            // SyntaxFacts knows C#'s keywords, and that is all of Roslyn that an emitter may ask.
            Assert.DoesNotContain("Microsoft.CodeAnalysis", text.Replace("using Microsoft.CodeAnalysis.CSharp;", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("SyntaxFactory", text, StringComparison.Ordinal);
            Assert.DoesNotContain("YamlDotNet", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Each_folder_is_a_phase()
    {
        var folders = Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "generators", "AmoCrm.Sdk.Generators")).Select(Path.GetFileName).Except(["bin", "obj"]);

        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), folders.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"AmoCrm\.Sdk\.Generators\.(?<phase>[A-Z][A-Za-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phase();
}
