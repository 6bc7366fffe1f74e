using System.Globalization;
using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Documents;

/// <summary>Notes in a BSON document: times are BSON dates.</summary>
/// <param name="values">The object.</param>
/// <param name="path">Where it is.</param>
/// <param name="agentId">The agent.</param>
/// <param name="place">The collection.</param>
internal sealed class BsonTokenNotes(BsonDocument values, string path, string agentId, string place) : TokenNoteMembers(path, agentId, place)
{
    public override string? Text(string name) => Value(name) switch
    {
        BsonNull => null,
        BsonString text => text.Value,
        var other => throw WrongType(name, other, "a string"),
    };

    // The shell writes numbers as doubles.
    public override long? Number(string name) => Value(name) switch
    {
        BsonNull => null,
        BsonInt32 or BsonInt64 => Value(name).ToInt64(),
        BsonDouble { Value: var number } when Math.Truncate(number) == number && Math.Abs(number) < long.MaxValue => (long)number,
        var other => throw WrongType(name, other, "a whole number"),
    };

    public override DateTimeOffset? Time(string name) => Value(name) switch
    {
        BsonNull => null,
        BsonDateTime { IsValidDateTime: true } time => new DateTimeOffset(time.ToUniversalTime()),
        var other => throw WrongType(name, other, "a date, such as ISODate(\"2026-01-31T12:00:00Z\")"),
    };

    public override TokenNoteMembers? Object(string name) => Value(name) switch
    {
        BsonNull => null,
        BsonDocument found => new BsonTokenNotes(found, PathOf(name), AgentId, Place),
        var other => throw WrongType(name, other, "an object"),
    };

    public override IReadOnlyList<TokenNoteMembers> Objects(string name) => Value(name) switch
    {
        BsonNull => [],
        BsonArray array when array.All(static item => item is BsonDocument) =>
            [.. array.Select((item, index) => new BsonTokenNotes(item.AsBsonDocument, $"{PathOf(name)}[{index.ToString(CultureInfo.InvariantCulture)}]", AgentId, Place))],
        var other => throw WrongType(name, other, "an array of objects"),
    };

    /// <summary>The value of a member that is written.</summary>
    public static BsonValue ToBson(object value) => value switch
    {
        string text => new BsonString(text),
        long number => new BsonInt64(number),
        DateTimeOffset time => new BsonDateTime(time.UtcDateTime),
        KeyValuePair<string, object?>[] members => new BsonDocument(
            members.Where(static member => member.Value is not null).Select(static member => new BsonElement(member.Key, ToBson(member.Value!)))),
        KeyValuePair<string, object?>[][] objects => new BsonArray(objects.Select(ToBson)),
        _ => throw new NotSupportedException($"Notes of the type {value.GetType()} have no BSON."),
    };

    private BsonValue Value(string name) => values.GetValue(name, BsonNull.Value);

    private AmoCrmConfigurationException WrongType(string name, BsonValue found, string wanted) => Wrong(name, $"of the BSON type {found.BsonType}", wanted);
}
