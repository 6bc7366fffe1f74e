using System.Text.Json.Nodes;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>A value that a parameter can certainly not take.</summary>
internal static class WrongValues
{
    public static bool Exists(HandlerParameter parameter) => !parameter.IsIgnored && parameter.Type != "json";

    public static JsonNode For(HandlerParameter parameter) =>
        parameter.Type.EndsWith("[]", StringComparison.Ordinal) ? new JsonObject { ["a"] = new JsonObject() } : new JsonArray(new JsonArray());
}
