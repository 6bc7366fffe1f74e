using System.Text.Json;

namespace AmoCrm.Emulator.Http;

/// <summary>Short reads of JSON members whose shape is already known to be right.</summary>
internal static class JsonReading
{
    public static long? Long(this JsonNode? node, string name) => node is JsonObject json && json[name] is JsonValue value ? value.AsLong() : null;

    public static double? Number(this JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
            : null;

    public static string? Text(this JsonNode? node, string name) => node is JsonObject json && json[name] is JsonValue value ? value.ToString() : null;

    public static bool? Flag(this JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    public static JsonObject? Child(this JsonNode? node, string name) => node is JsonObject json ? json[name] as JsonObject : null;

    /// <summary>The objects of an array member; none where the member is absent, null or something else.</summary>
    public static IEnumerable<JsonObject> Items(this JsonNode? node, string name) =>
        node is JsonObject json && json[name] is JsonArray array ? array.OfType<JsonObject>() : [];

    public static bool Has(this JsonObject json, string name) => json.ContainsKey(name);

    /// <summary>The integer, whether it came from text (JSON) or from this program.</summary>
    public static long? AsLong(this JsonValue value) => value.TryGetValue<long>(out var known) ? known : value.TryGetValue<int>(out var small) ? small : ParseLong(value);

    private static long? ParseLong(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Whether two pieces read the same, whether they came from text or from this program.</summary>
    public static bool AreEqual(JsonNode? one, JsonNode? other) => one?.ToJsonString() == other?.ToJsonString();

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new(items.ToArray());

    public static JsonObject Copy(this JsonObject json) => (JsonObject)json.DeepClone();
}
