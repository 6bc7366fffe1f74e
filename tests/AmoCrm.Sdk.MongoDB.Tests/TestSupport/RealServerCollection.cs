namespace AmoCrm.Sdk.MongoDB.Tests.TestSupport;

/// <summary>The tests that share the server and its database.</summary>
[CollectionDefinition(Name)]
public sealed class RealServerCollection : ICollectionFixture<RealServer>
{
    public const string Name = "real MongoDB";
}
