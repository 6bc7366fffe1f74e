using System.Globalization;
using System.Text.RegularExpressions;
using AmoCrm.Sdk.Generators.Diagnostics;

namespace AmoCrm.Sdk.Generators.Tests.Diagnostics;

public sealed partial class DiagnosticDocumentationTests
{
    private static IEnumerable<string> Declared => DiagnosticDescriptors.ById.Values
        .Select(descriptor => $"{descriptor.Id} {descriptor.Title.ToString(CultureInfo.InvariantCulture)}")
        .Order(StringComparer.Ordinal);

    [Fact]
    public void The_page_has_a_row_for_each_id()
    {
        var rows = PageRow().Matches(RepositoryFiles.Read("docs/diagnostics.md")).Select(match => $"{match.Groups["id"].Value} {match.Groups["title"].Value}");

        Assert.Equal(Declared, rows);
    }

    [Fact]
    public void The_release_files_have_a_row_for_each_id()
    {
        var text = RepositoryFiles.Read("generators/AmoCrm.Sdk.Generators/AnalyzerReleases.Shipped.md")
            + RepositoryFiles.Read("generators/AmoCrm.Sdk.Generators/AnalyzerReleases.Unshipped.md");
        var rows = ReleaseRow().Matches(text).Select(match => $"{match.Groups["id"].Value} {match.Groups["title"].Value}");

        Assert.Equal(Declared, rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_count_up_without_gaps()
    {
        var ids = DiagnosticDescriptors.ById.Keys.Order(StringComparer.Ordinal);

        Assert.Equal(Enumerable.Range(1, DiagnosticDescriptors.ById.Count).Select(number => $"AMO{number:d4}"), ids);
    }

    [GeneratedRegex(@"^\| <a id=""[a-z0-9]+""></a>(?<id>AMO\d{4}) \| (?<title>[^|]+) \| [^|]{10,} \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageRow();

    [GeneratedRegex(@"^(?<id>AMO\d{4}) \| AmoCrm\.Manifest \| Error \| (?<title>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReleaseRow();
}
