namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>Looks into JSON as .NET's own parser reads it.</summary>
internal static class JsonTexts
{
    private const int Deepest = 1000;

    public static JsonElement? Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Deepest });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonObject? ParseObject(byte[] json, int deepest = Deepest)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = deepest }) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a member's name holds the text: names may be repeated in messages, values not.</summary>
    public static bool HasName(JsonElement json, string text) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(member => Encoding.UTF8.GetString(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8PropertyName(member)).Contains(text, StringComparison.OrdinalIgnoreCase) || HasName(member.Value, text)),
        JsonValueKind.Array => json.EnumerateArray().Any(item => HasName(item, text)),
        _ => false,
    };
}
