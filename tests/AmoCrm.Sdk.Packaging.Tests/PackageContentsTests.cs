using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

[Collection(PackedFeedCollection.Name)]
public sealed class PackageContentsTests(PackedFeed feed)
{
    [Theory]
    [MemberData(nameof(Libraries.OfTheSdk), MemberType = typeof(Libraries))]
    [InlineData("AmoCrm.Emulator")]
    public void A_library_is_there_for_both_frameworks_with_its_documentation_and_nothing_else(string id)
    {
        string[] expected =
        [
            $"{id}.nuspec", "README.md", "[Content_Types].xml", "_rels/.rels",
            $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml",
            $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml",
        ];

        // What NuGet adds about the package itself has a name made by chance.
        Assert.Equal(expected.Order(StringComparer.Ordinal), feed.Package(id).Files.Where(static file => !file.StartsWith("package/services/metadata/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_sdk_has_one_and_a_half_megabytes_at_most(string framework)
    {
        // Code that is not optimised is a twentieth larger.
        var most = BuildFacts.Configuration == "Release" ? 1_500_000 : 1_600_000;

        Assert.InRange(feed.Package("AmoCrm.Sdk").LengthOf($"lib/{framework}/AmoCrm.Sdk.dll"), 500_000, most);
    }

    [Fact]
    public void The_tool_carries_its_command_and_both_libraries()
    {
        var files = feed.Package("AmoCrm.Cli").Files;

        Assert.Contains("tools/net10.0/any/amocrm.dll", files);
        Assert.Contains("tools/net10.0/any/AmoCrm.Sdk.dll", files);
        Assert.Contains("tools/net10.0/any/AmoCrm.Emulator.dll", files);
        Assert.Contains("tools/net10.0/any/DotnetToolSettings.xml", files);
    }

    [Theory]
    [MemberData(nameof(Libraries.OfTheSdk), MemberType = typeof(Libraries))]
    [InlineData("AmoCrm.Emulator")]
    [InlineData("AmoCrm.Cli")]
    public void Neither_the_generator_nor_what_it_reads_with_is_in_a_package(string id)
    {
        Assert.DoesNotContain(feed.Package(id).Files, file =>
            file.Contains("Generators", StringComparison.OrdinalIgnoreCase)
            || file.Contains("YamlDotNet", StringComparison.OrdinalIgnoreCase)
            || file.Contains("CodeAnalysis", StringComparison.OrdinalIgnoreCase)
            || file.StartsWith("analyzers/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Libraries.OfTheSdk), MemberType = typeof(Libraries))]
    [InlineData("AmoCrm.Emulator")]
    [InlineData("AmoCrm.Cli")]
    public void A_package_says_its_licence_its_readme_and_its_commit(string id)
    {
        var package = feed.Package(id);

        Assert.Equal("MIT", package.License);
        Assert.Equal("README.md", package.Readme);
        Assert.Contains("README.md", package.Files);
        Assert.StartsWith("https://", package.RepositoryUrl, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{40}$", package.RepositoryCommit);
    }

    [Theory]
    [MemberData(nameof(Libraries.OfTheSdk), MemberType = typeof(Libraries))]
    [InlineData("AmoCrm.Emulator")]
    public void The_symbols_of_a_library_are_packed_for_both_frameworks(string id)
    {
        Assert.Equal(
            [$"lib/net10.0/{id}.pdb", $"lib/net8.0/{id}.pdb"],
            feed.Symbols(id).Files.Where(file => file.EndsWith(".pdb", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_sdk_depends_on_packages_of_net_itself_and_on_Polly_alone(string framework)
    {
        var dependencies = feed.Package("AmoCrm.Sdk").Dependencies[framework];

        Assert.Contains("Microsoft.Extensions.Http", dependencies);
        Assert.All(dependencies, id => Assert.Matches(@"^((Microsoft\.Extensions|System)\.|Polly\.Core$)", id));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_emulator_depends_on_no_package(string framework)
    {
        Assert.Empty(feed.Package("AmoCrm.Emulator").Dependencies[framework]);
    }
}
