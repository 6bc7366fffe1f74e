using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Transfer.Imports;

/// <summary>
/// Turns an object into the arguments of a creation. What the creation takes passes as it is, and so does what nobody knows, to be refused with a suggestion. Of an exported entity custom fields and
/// tags are taken over; ids, links and what amoCRM reckons itself are left out.
/// </summary>
/// <param name="target">What is created.</param>
internal sealed class EntityMapping(ImportTarget target)
{
    private readonly HandlerDescriptor _handler = target.Handler;
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);

    /// <summary>The names that were left out so far.</summary>
    public IReadOnlyCollection<string> Ignored => _ignored;

    /// <summary>Whether the creation takes it.</summary>
    public bool IsParameter(string name) => _handler.Parameters.Any(parameter => parameter.Name == name || parameter.Aliases.Contains(name, StringComparer.Ordinal));

    public void Write(Utf8JsonWriter writer, JsonElement entity)
    {
        writer.WriteStartObject();
        foreach (var member in entity.EnumerateObject())
        {
            if (IsParameter(member.Name))
            {
                member.WriteTo(writer);
            }
            else if (member.Name == EntityShape.CustomFields)
            {
                WriteFields(writer, member.Value);
            }
            else if (member.Name == EntityShape.Embedded && member.Value.ValueKind == JsonValueKind.Object)
            {
                WriteEmbedded(writer, member.Value);
            }
            else if (target.Shape.Has(member.Name, isEmbedded: false))
            {
                _ignored.Add(member.Name);
            }
            else
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    // What amoCRM computes it also refuses to be told.
    private static void WriteFields(Utf8JsonWriter writer, JsonElement fields)
    {
        writer.WritePropertyName("custom_fields");
        if (fields.ValueKind != JsonValueKind.Array)
        {
            fields.WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        foreach (var field in fields.EnumerateArray())
        {
            var isComputed = field.ValueKind == JsonValueKind.Object && field.TryGetProperty("is_computed", out var computed) && computed.ValueKind == JsonValueKind.True;
            if (!isComputed)
            {
                field.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
    }

    // By name: the ids are those of the account that they come from.
    private void WriteEmbedded(Utf8JsonWriter writer, JsonElement embedded)
    {
        foreach (var member in embedded.EnumerateObject())
        {
            if (member.Name != "tags" || member.Value.ValueKind != JsonValueKind.Array)
            {
                _ignored.Add($"{EntityShape.Embedded}.{member.Name}");
                continue;
            }

            writer.WriteStartArray("tags");
            foreach (var tag in member.Value.EnumerateArray())
            {
                (tag.ValueKind == JsonValueKind.Object && tag.TryGetProperty("name", out var name) ? name : tag).WriteTo(writer);
            }

            writer.WriteEndArray();
        }
    }
}
