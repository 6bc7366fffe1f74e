using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Engine;

/// <summary>
/// Puts values of a context into the placeholders of a step's params, at any depth, in one pass: what was put in is never looked at again,
/// for a customer's text may contain braces.
/// </summary>
internal sealed class TemplateResolver(EngineOptions options)
{
    /// <summary>The params with their placeholders filled; the params given stay as they are.</summary>
    public JsonObject Resolve(JsonObject parameters, JsonObject context) =>
        ResolveObject(parameters, new TemplateScope(context, options));

    private static JsonObject ResolveObject(JsonObject source, TemplateScope scope)
    {
        var result = new JsonObject();
        foreach (var (name, node) in source)
        {
            if (TryResolve(node, scope, out var value))
            {
                result.Add(name, value);
            }
        }

        return result;
    }

    private static JsonArray ResolveArray(JsonArray source, TemplateScope scope)
    {
        var result = new JsonArray();
        foreach (var node in source)
        {
            if (TryResolve(node, scope, out var value))
            {
                result.Add(value);
            }
        }

        return result;
    }

    /// <returns>False when the value is one placeholder of a null: its place is left out, while a null written as such stays.</returns>
    private static bool TryResolve(JsonNode? node, TemplateScope scope, out JsonNode? value)
    {
        value = node switch
        {
            JsonObject inner => ResolveObject(inner, scope),
            JsonArray items => ResolveArray(items, scope),
            _ => node?.DeepClone(),
        };
        if (node?.GetValueKind() != JsonValueKind.String)
        {
            return true;
        }

        var text = node.ToString();
        if (TemplatePlaceholder.TryRead(text, out var placeholder) && placeholder.Length == text.Length)
        {
            if (!scope.TryFind(placeholder.Path, out var found))
            {
                return true;
            }

            value = found?.DeepClone();
            return value is not null;
        }

        value = JsonValue.Create(TemplateText.Fill(text, scope));
        return true;
    }
}
