namespace AmoCrm.Emulator.Events;

/// <summary>The arrays of one-key objects in <c>value_after</c> and <c>value_before</c>.</summary>
internal static class EventValue
{
    public static JsonArray Of(string key, JsonObject content) => [new JsonObject { [key] = content }];

    public static JsonArray Of(string key, string name, JsonNode? value) => Of(key, new JsonObject { [name] = value?.DeepClone() });

    public static JsonArray Many(string key, IEnumerable<JsonObject> contents) =>
        JsonReading.Array(contents.Select(content => new JsonObject { [key] = content }));
}
