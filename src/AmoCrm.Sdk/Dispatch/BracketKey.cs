using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>The keys of a query string as legacy callers pass them: <c>filter[id][]</c>, <c>filter[updated_at][from]</c>.</summary>
internal static class BracketKey
{
    // amoCRM's deepest is filter[statuses][0][pipeline_id]. Each level is a call of Insert, and a stack that overflows ends the process.
    private const int MaximumDepth = 32;

    /// <summary>Splits <c>filter[id][]</c> into the root and what is in the brackets: <c>id</c> and an empty text.</summary>
    public static bool TrySplit(string key, out string root, [NotNullWhen(true)] out string[]? rest)
    {
        root = key;
        rest = null;
        var open = key.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || !key.EndsWith(']'))
        {
            return false;
        }

        root = key[..open];
        rest = key[(open + 1)..^1].Split("][");
        return rest.Length <= MaximumDepth && !rest.Any(static part => part.Contains('[', StringComparison.Ordinal) || part.Contains(']', StringComparison.Ordinal));
    }

    /// <summary>Turns the bracketed keys of an object into nested members; others stay. <c>{"filter[id][]": 5}</c> of the filter becomes <c>{"id": [5]}</c>.</summary>
    /// <param name="value">An object.</param>
    /// <param name="parameter">The parameter that the object is given for: its name may be the root of the keys.</param>
    public static JsonElement Expand(JsonElement value, HandlerParameter parameter)
    {
        if (!HasBracket(value))
        {
            return value;
        }

        var expanded = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            if (!TrySplit(member.Name, out var root, out var rest))
            {
                Insert(expanded, [member.Name], member.Value);
            }
            else if (root == parameter.Name || parameter.Aliases.Contains(root, StringComparer.Ordinal))
            {
                Insert(expanded, rest, member.Value);
            }
            else
            {
                Insert(expanded, [root, .. rest], member.Value);
            }
        }

        return JsonElements.FromNode(expanded);
    }

    /// <summary>Puts a value where the path says. An empty last part appends to a list, as <c>id[]</c> does.</summary>
    public static void Insert(JsonObject target, ReadOnlySpan<string> path, JsonElement value)
    {
        if (path is [var list, ""] && list.Length > 0)
        {
            Append(target, list, value);
        }
        else if (path is [""])
        {
            Append(target, "", value);
        }
        else if (path.Length == 1)
        {
            target[path[0]] = JsonElements.ToNode(value);
        }
        else
        {
            // Numeric parts ("statuses[0][pipeline_id]") stay keys: the readers take an object with numeric keys as a list.
            if (target[path[0]] is not JsonObject inner)
            {
                target[path[0]] = inner = [];
            }

            Insert(inner, path[1..], value);
        }
    }

    private static bool HasBracket(JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name.Contains('[', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(JsonObject target, string name, JsonElement value)
    {
        if (target[name] is not JsonArray items)
        {
            target[name] = items = [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                items.Add(JsonElements.ToNode(item));
            }
        }
        else
        {
            items.Add(JsonElements.ToNode(value));
        }
    }
}
