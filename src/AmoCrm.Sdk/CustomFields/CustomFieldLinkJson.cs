using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>The value objects of linked_entity fields: <c>{"value": {"name", "entity_id", "entity_type", "catalog_id"}}</c>.</summary>
internal static class CustomFieldLinkJson
{
    /// <summary>Reads an array of links; null when one of them has another shape.</summary>
    public static CustomFieldLink[]? TryReadAll(ref Utf8JsonReader reader)
    {
        var links = default(ArrayBuilder<CustomFieldLink>);
        while (true)
        {
            JsonRead.Advance(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return links.ToArray();
            }

            if (!SingleValueJson.TryEnterItem(ref reader)
                || reader.TokenType != JsonTokenType.StartObject
                || TryRead(ref reader) is not { } link
                || !SingleValueJson.TryLeaveItem(ref reader))
            {
                return null;
            }

            links.Add(link);
        }
    }

    public static void Write(Utf8JsonWriter writer, CustomFieldLink link)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("value"u8);
        JsonWrite.String(writer, "name"u8, link.Name);
        writer.WriteNumber("entity_id"u8, link.EntityId);
        JsonWrite.String(writer, "entity_type"u8, link.EntityType?.Value);
        JsonWrite.Number(writer, "catalog_id"u8, link.CatalogId);
        link.AdditionalData?.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static CustomFieldLink? TryRead(ref Utf8JsonReader reader)
    {
        string? name = null, type = null;
        long? id = null, catalogId = null;
        AdditionalData? additional = null;
        while (JsonRead.NextMember(ref reader, out var member))
        {
            var fits = member.Length switch
            {
                4 when member.SequenceEqual("name"u8) => TryReadText(ref reader, out name),
                9 when member.SequenceEqual("entity_id"u8) => TryReadNumber(ref reader, out id),
                11 when member.SequenceEqual("entity_type"u8) => TryReadText(ref reader, out type),
                10 when member.SequenceEqual("catalog_id"u8) => TryReadNumber(ref reader, out catalogId),
                _ => Keep(ref additional, member, ref reader),
            };
            if (!fits)
            {
                return null;
            }
        }

        // A spelling that normalising would change stays raw, so that what came is what goes.
        var entityType = type is null ? (EntityType?)null : new EntityType(type);
        return id is { } entityId && entityType?.Value == type
            ? new CustomFieldLink { EntityId = entityId, Name = name, EntityType = entityType, CatalogId = catalogId, AdditionalData = additional }
            : null;
    }

    private static bool Keep(ref AdditionalData? additional, scoped ReadOnlySpan<byte> member, ref Utf8JsonReader reader)
    {
        AdditionalData.Add(ref additional, member, ref reader);
        return true;
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string? text)
    {
        text = reader.TokenType == JsonTokenType.String ? JsonRead.Text(ref reader) : null;
        return text is not null || reader.TokenType == JsonTokenType.Null;
    }

    private static bool TryReadNumber(ref Utf8JsonReader reader, out long? number)
    {
        number = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : null;
        return number is not null || reader.TokenType == JsonTokenType.Null;
    }
}
