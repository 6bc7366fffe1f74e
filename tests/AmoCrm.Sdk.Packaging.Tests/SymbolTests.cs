using System.Text.Json;
using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

/// <summary>A user can step into every line: from the repository by SourceLink, and what is emitted from the PDB itself.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class SymbolTests(PackedFeed feed)
{
    [Theory]
    [MemberData(nameof(Libraries.WithFramework), MemberType = typeof(Libraries))]
    public void Every_source_file_is_on_the_web_or_in_the_pdb(string id, string framework)
    {
        var symbols = new PackedSymbols(feed.Symbols(id).Path, $"lib/{framework}/{id}.pdb");
        using var link = JsonDocument.Parse(symbols.SourceLink);
        var roots = link.RootElement.GetProperty("documents").EnumerateObject().ToList();

        Assert.All(roots, static root => Assert.Matches("^https://.*/[0-9a-f]{40}/\\*$", root.Value.GetString()));
        Assert.All(symbols.Documents, document => Assert.True(
            document.IsEmbedded || roots.Any(root => document.Path.StartsWith(root.Name.TrimEnd('*'), StringComparison.Ordinal)),
            document.Path));
    }

    [Theory]
    [MemberData(nameof(Libraries.WithFramework), MemberType = typeof(Libraries))]
    public void The_same_sources_make_the_same_library(string id, string framework) =>
        Assert.True(feed.Package(id).IsDeterministic($"lib/{framework}/{id}.dll"));

    [Fact]
    public void The_emitted_sources_are_in_the_pdb()
    {
        var emitted = new PackedSymbols(feed.Symbols("AmoCrm.Sdk").Path, "lib/net10.0/AmoCrm.Sdk.pdb").Documents
            .Where(static document => document.Path.EndsWith("/ContactsClient.g.cs", StringComparison.Ordinal));

        Assert.True(Assert.Single(emitted).IsEmbedded);
    }
}
