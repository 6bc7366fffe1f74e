using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Collection;

/// <summary>Where the settings are, in words for messages: hosts and names, never the connection string.</summary>
/// <param name="Database">The database.</param>
/// <param name="Collection">The collection.</param>
/// <param name="Servers">Hosts and ports.</param>
internal sealed record CollectionPlace(string Database, string Collection, IReadOnlyList<string> Servers)
{
    /// <summary>The hosts.</summary>
    public string Hosts => string.Join(", ", Servers);

    /// <summary>A line for mongosh.</summary>
    /// <param name="call">What is called on the collection.</param>
    public string Shell(string call) => Collection.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_')
        ? $"db.{Collection}.{call}"
        : $"db.getCollection({Quoted(Collection)}).{call}";

    /// <summary>A text as mongosh wants it.</summary>
    public static string Quoted(string text) => new BsonString(text).ToJson();

    public override string ToString() => $"the MongoDB collection {Database}.{Collection}";
}
