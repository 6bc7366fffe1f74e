namespace AmoCrm.Sdk.Packaging.Tests.TestSupport;

/// <summary>One feed for all tests, and one test at a time: each starts builds of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PackedFeedCollection : ICollectionFixture<PackedFeed>
{
    public const string Name = "packed feed";
}
