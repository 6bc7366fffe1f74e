using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Shapes;

/// <summary>Which JSON kinds stand at which key paths: <c>_embedded.leads[].id</c> → number.</summary>
public static class JsonOutline
{
    /// <summary>The paths of <paramref name="expected"/> that <paramref name="actual"/> does not have with the same kind. A null fits any kind.</summary>
    public static IReadOnlyList<string> Missing(JsonNode expected, JsonNode actual)
    {
        var found = Of(actual);
        return Of(expected)
            .SelectMany(pair => pair.Value.Where(kind => !IsFound(found, pair.Key, kind)).Select(kind => $"{pair.Key} {kind}"))
            .ToList();
    }

    private static bool IsFound(Dictionary<string, HashSet<string>> found, string path, string kind) =>
        found.TryGetValue(path, out var kinds) && (kind == "null" || kinds.Contains(kind));

    private static Dictionary<string, HashSet<string>> Of(JsonNode? node)
    {
        var outline = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        Walk(node, string.Empty, outline);
        return outline;
    }

    private static void Walk(JsonNode? node, string path, Dictionary<string, HashSet<string>> outline)
    {
        if (!outline.TryGetValue(path, out var kinds))
        {
            outline[path] = kinds = new HashSet<string>(StringComparer.Ordinal);
        }

        kinds.Add(KindOf(node));
        if (node is JsonObject json)
        {
            foreach (var (name, value) in json)
            {
                Walk(value, $"{path}.{(name.All(char.IsAsciiDigit) ? "{id}" : name)}", outline);
            }
        }
        else if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Walk(item, path + "[]", outline);
            }
        }
    }

    private static string KindOf(JsonNode? node) => (node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.True or JsonValueKind.False => "bool",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
