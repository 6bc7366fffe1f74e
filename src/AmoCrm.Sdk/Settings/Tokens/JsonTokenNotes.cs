using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk;

/// <summary>Notes in a JSON document: times are ISO 8601 texts in UTC.</summary>
/// <param name="values">The object.</param>
/// <param name="path">Where it is.</param>
/// <param name="agentId">The agent.</param>
/// <param name="place">The file.</param>
internal sealed class JsonTokenNotes(JsonObject values, string path, string agentId, string place) : TokenNoteMembers(path, agentId, place)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override string? Text(string name) => values[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => throw WrongKind(name, other, "a text in quotes"),
    };

    public override long? Number(string name) => values[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out long number) => number,
        var other => throw WrongKind(name, other, "a whole number"),
    };

    public override DateTimeOffset? Time(string name) => Text(name) switch
    {
        null => null,
        { } text when IsoTime.IsMeantBy(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => throw Wrong(name, "a text that is no time", "a time such as \"2026-01-31T12:00:00Z\""),
    };

    public override TokenNoteMembers? Object(string name) => values[name] switch
    {
        null => null,
        JsonObject found => new JsonTokenNotes(found, PathOf(name), AgentId, Place),
        var other => throw WrongKind(name, other, "an object"),
    };

    public override IReadOnlyList<TokenNoteMembers> Objects(string name) => values[name] switch
    {
        null => [],
        JsonArray array when array.All(static item => item is JsonObject) =>
            [.. array.Select((item, index) => new JsonTokenNotes((JsonObject)item!, $"{PathOf(name)}[{index.ToString(CultureInfo.InvariantCulture)}]", AgentId, Place))],
        var other => throw WrongKind(name, other, "an array of objects"),
    };

    /// <summary>Puts members into an object; those that are null are removed, those that are not named stay.</summary>
    public static void Write(JsonObject target, IEnumerable<KeyValuePair<string, object?>> members)
    {
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else
            {
                target[name] = Node(value);
            }
        }
    }

    private static JsonNode Node(object value) => value switch
    {
        string text => JsonValue.Create(text),
        long number => JsonValue.Create(number),
        DateTimeOffset time => JsonValue.Create(time.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        KeyValuePair<string, object?>[] members => Object(members),
        KeyValuePair<string, object?>[][] objects => new JsonArray([.. objects.Select(Object)]),
        _ => throw new NotSupportedException($"Notes of the type {value.GetType()} have no JSON."),
    };

    private static JsonObject Object(KeyValuePair<string, object?>[] members)
    {
        var made = new JsonObject();
        Write(made, members);
        return made;
    }

    private AmoCrmConfigurationException WrongKind(string name, JsonNode found, string wanted) => Wrong(name, $"of the JSON kind {found.GetValueKind()}", wanted);
}
