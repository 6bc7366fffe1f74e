using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads <see cref="CustomFieldDefinition"/>s from a page of <c>GET /api/v4/{scope}/custom_fields</c>.</summary>
internal static class CustomFieldDefinitionJson
{
    public static CustomFieldDefinition? Read(ref Utf8JsonReader reader)
    {
        long? id = null;
        string? name = null, code = null, type = null;
        IReadOnlyList<CustomFieldChoice>? enums = null, nested = null;
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 2 when reader.ValueTextEquals("id"u8):
                    JsonRead.Advance(ref reader);
                    id = JsonRead.Int64OrNull(ref reader);
                    break;
                case 4 when reader.ValueTextEquals("name"u8):
                    JsonRead.Advance(ref reader);
                    name = JsonRead.String(ref reader);
                    break;
                case 4 when reader.ValueTextEquals("code"u8):
                    JsonRead.Advance(ref reader);
                    code = JsonRead.String(ref reader);
                    break;
                case 4 when reader.ValueTextEquals("type"u8):
                    JsonRead.Advance(ref reader);
                    type = JsonRead.String(ref reader);
                    break;
                case 5 when reader.ValueTextEquals("enums"u8):
                    JsonRead.Advance(ref reader);
                    enums = JsonRead.List(ref reader, ReadEnum);
                    break;
                case 6 when reader.ValueTextEquals("nested"u8):
                    JsonRead.Advance(ref reader);
                    nested = JsonRead.List(ref reader, ReadEnum);
                    break;
                default:
                    JsonRead.SkipMember(ref reader);
                    break;
            }
        }

        // The choices of a category are its nested values.
        return id is { } known ? new CustomFieldDefinition(known, name, code, type, [.. enums ?? [], .. nested ?? []]) : null;
    }

    private static CustomFieldChoice? ReadEnum(ref Utf8JsonReader reader)
    {
        long? id = null;
        string? value = null, code = null;
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 2 when reader.ValueTextEquals("id"u8):
                    JsonRead.Advance(ref reader);
                    id = JsonRead.Int64OrNull(ref reader);
                    break;
                case 5 when reader.ValueTextEquals("value"u8):
                    JsonRead.Advance(ref reader);
                    value = JsonRead.String(ref reader);
                    break;
                case 4 when reader.ValueTextEquals("code"u8):
                    JsonRead.Advance(ref reader);
                    code = JsonRead.String(ref reader);
                    break;
                default:
                    JsonRead.SkipMember(ref reader);
                    break;
            }
        }

        return new CustomFieldChoice { EnumId = id, Value = value, EnumCode = code };
    }
}
