using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Adds to every object of an answer a member that no model declares, as a later version of the API may.</summary>
internal static class UnknownMembers
{
    public const string Name = "zz_added_later";

    public static string Add(string json)
    {
        var node = JsonNode.Parse(json)!;
        Visit(node);
        return node.ToJsonString();
    }

    private static void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members.ToList())
                {
                    Visit(member.Value);
                }

                members[Name] = new JsonObject { ["kept"] = true };
                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Visit(item);
                }

                break;
        }
    }
}
