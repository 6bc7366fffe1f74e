using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>The value objects of choice and multitext fields: <c>value</c>, <c>enum_id</c>, <c>enum_code</c> (in older answers <c>enum</c>).</summary>
internal static class CustomFieldChoiceJson
{
    /// <summary>Reads an array of choices; null when one of them has another shape.</summary>
    public static List<CustomFieldChoice>? TryReadAll(Utf8JsonReader reader)
    {
        var choices = new List<CustomFieldChoice>(1);
        while (true)
        {
            JsonRead.Advance(ref reader);
            switch (reader.TokenType)
            {
                case JsonTokenType.EndArray:
                    return choices;
                case JsonTokenType.StartObject when TryRead(ref reader) is { } choice:
                    choices.Add(choice);
                    break;
                default:
                    return null;
            }
        }
    }

    public static void Write(Utf8JsonWriter writer, CustomFieldChoice choice)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "value"u8, choice.Value);
        JsonWrite.Number(writer, "enum_id"u8, choice.EnumId);
        JsonWrite.String(writer, "enum_code"u8, choice.IsOldKey ? null : choice.EnumCode);
        choice.AdditionalData?.WriteTo(writer);
        writer.WriteEndObject();
    }

    private static CustomFieldChoice? TryRead(ref Utf8JsonReader reader)
    {
        string? value = null, code = null, oldCode = null;
        long? id = null;
        AdditionalData? additional = null;
        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 5 when reader.ValueTextEquals("value"u8):
                    if (!TryReadText(ref reader, out value))
                    {
                        return null;
                    }

                    break;
                case 7 when reader.ValueTextEquals("enum_id"u8):
                    JsonRead.Advance(ref reader);
                    if (reader.TokenType != JsonTokenType.Null && !(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _)))
                    {
                        return null;
                    }

                    id = JsonRead.Int64OrNull(ref reader);
                    break;
                case 9 when reader.ValueTextEquals("enum_code"u8):
                    if (!TryReadText(ref reader, out code))
                    {
                        return null;
                    }

                    break;
                case 4 when reader.ValueTextEquals("enum"u8):
                    var ahead = reader;
                    if (!TryReadText(ref ahead, out oldCode))
                    {
                        return null;
                    }

                    AdditionalData.Add(ref additional, ref reader);
                    break;
                default:
                    AdditionalData.Add(ref additional, ref reader);
                    break;
            }
        }

        return new CustomFieldChoice
        {
            Value = value,
            EnumId = id,
            EnumCode = code ?? oldCode,
            IsOldKey = code is null && oldCode is not null,
            AdditionalData = additional,
        };
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string? text)
    {
        JsonRead.Advance(ref reader);
        text = reader.TokenType == JsonTokenType.String ? JsonRead.Text(ref reader) : null;
        return text is not null || reader.TokenType == JsonTokenType.Null;
    }
}
