using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Dispatch;

internal static class JsonText
{
    public static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
