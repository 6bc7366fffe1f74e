using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Engine;

/// <summary>
/// Writes a step's params with values of the context in their placeholders, at any depth, in one pass: what was put in is never looked at
/// again, for a customer's text may contain braces. Step and context stay as they are.
/// </summary>
internal static class TemplateWriter
{
    /// <summary>Writes an object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="source">The object with placeholders.</param>
    /// <param name="scope">What they can name.</param>
    /// <param name="without">A member that is not written; null when all are.</param>
    public static void WriteObject(Utf8JsonWriter writer, JsonObject source, TemplateScope scope, string? without = null)
    {
        writer.WriteStartObject();
        foreach (var (name, node) in source)
        {
            if (name == without)
            {
                continue;
            }

            var value = TemplateValue.Of(node, scope);
            if (!value.IsLeftOut)
            {
                writer.WritePropertyName(name);
                Write(writer, node, value, scope);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, JsonArray source, TemplateScope scope)
    {
        writer.WriteStartArray();
        foreach (var node in source)
        {
            var value = TemplateValue.Of(node, scope);
            if (!value.IsLeftOut)
            {
                Write(writer, node, value, scope);
            }
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? source, TemplateValue value, TemplateScope scope)
    {
        switch (source)
        {
            case JsonObject inner:
                WriteObject(writer, inner, scope);
                break;
            case JsonArray items:
                WriteArray(writer, items, scope);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
