using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Adds to every object of an answer a member that no model declares, as a later version of the API may.</summary>
internal static class UnknownMembers
{
    public const string Name = "zz_added_later";

    public static string Add(string json)
    {
        var node = JsonNode.Parse(json)!;
        foreach (var item in Objects(node))
        {
            item[Name] = new JsonObject { ["kept"] = true };
        }

        return node.ToJsonString();
    }

    /// <summary>How many objects of an answer a result holds: those of the items, not the list around them, and no links.</summary>
    public static int CountIn(string json)
    {
        var node = JsonNode.Parse(json)!;
        var isList = node is JsonObject root && !root.ContainsKey("id") && root["_embedded"] is not null;
        return Objects(isList ? node["_embedded"]!.AsObject().First().Value : node).Count;
    }

    private static List<JsonObject> Objects(JsonNode? node)
    {
        var found = new List<JsonObject>();
        Collect(node, found);
        return found;
    }

    private static void Collect(JsonNode? node, List<JsonObject> found)
    {
        switch (node)
        {
            case JsonObject members:
                found.Add(members);
                foreach (var (name, value) in members)
                {
                    if (name != "_links")
                    {
                        Collect(value, found);
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Collect(item, found);
                }

                break;
        }
    }
}
