using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Binding;
using AmoCrm.Sdk.Generators.Parsing;
using AmoCrm.Sdk.Generators.Reading;
using AmoCrm.Sdk.Generators.Tests.TestSupport;

namespace AmoCrm.Sdk.Generators.Tests.RealSpec;

/// <summary>Nonsense instead of the name of any param of the real manifest is one error, at its line.</summary>
public sealed partial class MisspeltParamTests
{
    private const string Nonsense = "zzqx_nonsense";

    public static TheoryData<string> Files => [.. SpecFiles.All().Select(file => file.Path).Where(path => path.StartsWith("spec/handlers/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Nonsense_for_a_name_is_one_error_at_its_line(string path)
    {
        var others = SpecFiles.All().Where(file => file.Path != path).Select(file => Parse(file.Path, file.Text)).ToArray();
        var lines = RepositoryFiles.Read(path).Split('\n');
        var wrong = new List<string>();
        var tried = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var changed = ParamName().Replace(lines[i], $"      {Nonsense}:");
            if (changed == lines[i])
            {
                continue;
            }

            tried++;
            var text = string.Join('\n', [.. lines[..i], changed, .. lines[(i + 1)..]]);
            var diagnostics = ManifestBinder.Bind([.. others, Parse(path, text)], CancellationToken.None).Diagnostics;
            if (diagnostics.Count != 1 || diagnostics[0].LineSpan.Start.Line != i)
            {
                wrong.Add($"{lines[i].Trim()} → {string.Join("; ", diagnostics.Select(item => $"{item.Id} at line {item.LineSpan.Start.Line + 1}"))}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(tried > 0, $"{path} has no params: this test tried nothing.");
    }

    private static ParsedFile Parse(string path, string text) => YamlFileParser.Parse(new ManifestFile(path, text), CancellationToken.None);

    [GeneratedRegex("^      [a-z][a-z0-9_]*:(?= \\{)")]
    private static partial Regex ParamName();
}
