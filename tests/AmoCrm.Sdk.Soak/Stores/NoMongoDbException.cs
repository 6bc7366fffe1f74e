namespace AmoCrm.Sdk.Soak.Stores;

/// <summary>There is no real server to run against.</summary>
internal sealed class NoMongoDbException(string message) : Exception(message);
