using System.Text.Json;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>What a handler's JSON Schema knows of a parameter. It is looked at only when an error has to say what is allowed.</summary>
internal static class ParameterSchema
{
    /// <summary>The member names of an object-valued parameter; empty when they are open.</summary>
    public static IReadOnlyList<string> Members(HandlerDescriptor handler, string parameter)
    {
        var root = handler.GetParametersSchema();
        if (!TryGet(root, "properties", out var properties) || !TryGet(properties, parameter, out var schema))
        {
            return [];
        }

        return TryGet(Resolve(schema, root), "properties", out var members)
            ? [.. members.EnumerateObject().Select(static member => member.Name)]
            : [];
    }

    // A model is {"$ref": "#/$defs/X"}, or the first of {"anyOf": [{"$ref": …}, {"type": "null"}]}, or the items of a list; one that may be a scalar is an anyOf itself.
    private static JsonElement Resolve(JsonElement schema, JsonElement root)
    {
        const string Definitions = "#/$defs/";
        while (true)
        {
            if (TryGet(schema, "anyOf", out var alternatives) && alternatives.GetArrayLength() > 0)
            {
                schema = alternatives[0];
            }
            else if (TryGet(schema, "items", out var items))
            {
                schema = items;
            }
            else if (TryGet(schema, "$ref", out var reference) && reference.GetString() is { } path && path.StartsWith(Definitions, StringComparison.Ordinal)
                && TryGet(root, "$defs", out var definitions) && TryGet(definitions, path[Definitions.Length..], out var definition))
            {
                schema = definition;
            }
            else
            {
                return schema;
            }
        }
    }

    private static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
    }
}
