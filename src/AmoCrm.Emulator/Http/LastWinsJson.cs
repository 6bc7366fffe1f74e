using System.Text.Json;

namespace AmoCrm.Emulator.Http;

/// <summary>A key given twice counts as given last, as in PHP; JsonNode's own parser would throw at the first look.</summary>
internal static class LastWinsJson
{
    /// <exception cref="JsonException">The text is not valid JSON.</exception>
    public static JsonNode? Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    private static JsonNode? Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var json = new JsonObject();
            foreach (var member in element.EnumerateObject())
            {
                json[member.Name] = Read(member.Value);
            }

            return json;
        }

        // A clone of an element keeps a document of its own: much memory for what is stored by the hundred thousand.
        return element.ValueKind switch
        {
            JsonValueKind.Array => JsonReading.Array(element.EnumerateArray().Select(Read)),
            JsonValueKind.Null => null,
            JsonValueKind.String => JsonValue.Create(element.GetString()),
            JsonValueKind.Number when element.TryGetInt64(out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(element.Clone()),
        };
    }
}
