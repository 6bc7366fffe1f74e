using AmoCrm.Sdk.Packaging.Tests.TestSupport;

namespace AmoCrm.Sdk.Packaging.Tests;

/// <summary>What the libraries ask for, package by package: every change is seen in a review.</summary>
[Collection(PackedFeedCollection.Name)]
public sealed class DependencyTests(PackedFeed feed)
{
    private static readonly string[] Libraries = ["AmoCrm.Emulator", "AmoCrm.Sdk", "AmoCrm.Sdk.Hosting", "AmoCrm.Sdk.MongoDB", "AmoCrm.Sdk.Redis"];

    [Fact]
    public void The_dependencies_are_the_approved_ones()
    {
        var lines = Libraries.SelectMany(id => feed.Package(id).DependencyLines.Select(line => $"{id} {line.Replace(feed.Version, "(its own)", StringComparison.Ordinal)}\n"));

        GoldenFile.Verify(string.Concat(lines), "dependencies");
    }
}
