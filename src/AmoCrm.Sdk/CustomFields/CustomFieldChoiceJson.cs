using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>The value objects of choice and multitext fields: <c>value</c>, <c>enum_id</c>, <c>enum_code</c> (in older answers <c>enum</c>).</summary>
internal static class CustomFieldChoiceJson
{
    /// <summary>Reads an array of one choice; null when it has another shape.</summary>
    public static CustomFieldChoice? TryReadOne(ref Utf8JsonReader reader)
    {
        JsonRead.Advance(ref reader);
        if (reader.TokenType != JsonTokenType.StartObject || TryRead(ref reader, JsonRead.RepeatedString) is not { } choice)
        {
            return null;
        }

        JsonRead.Advance(ref reader);
        return reader.TokenType == JsonTokenType.EndArray ? choice : null;
    }

    /// <summary>Reads an array of choices; null when one of them has another shape.</summary>
    /// <param name="reader">The reader, on the array.</param>
    /// <param name="readText">Reads the text of a choice, which comes again and again where it is one of a list, and does not where it is a phone number.</param>
    public static CustomFieldChoice[]? TryReadAll(ref Utf8JsonReader reader, JsonValueReader<string> readText)
    {
        var choices = default(ArrayBuilder<CustomFieldChoice>);
        while (true)
        {
            JsonRead.Advance(ref reader);
            switch (reader.TokenType)
            {
                case JsonTokenType.EndArray:
                    return choices.ToArray();
                case JsonTokenType.StartObject when TryRead(ref reader, readText) is { } choice:
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

    private static CustomFieldChoice? TryRead(ref Utf8JsonReader reader, JsonValueReader<string> readText)
    {
        string? value = null, code = null, oldCode = null;
        long? id = null;
        AdditionalData? additional = null;
        var fits = true;
        while (JsonRead.NextMember(ref reader, out var member))
        {
            switch (member.Length)
            {
                case 5 when member.SequenceEqual("value"u8):
                    fits = IsTextOrNull(ref reader);
                    value = fits ? readText(ref reader) : null;
                    break;
                case 7 when member.SequenceEqual("enum_id"u8):
                    fits = IsIdOrNull(ref reader);
                    id = fits ? JsonRead.Int64OrNull(ref reader) : null;
                    break;
                case 9 when member.SequenceEqual("enum_code"u8):
                    fits = IsTextOrNull(ref reader);
                    code = fits ? JsonRead.RepeatedString(ref reader) : null;
                    break;
                case 4 when member.SequenceEqual("enum"u8):
                    fits = IsTextOrNull(ref reader);
                    oldCode = fits ? JsonRead.RepeatedString(ref reader) : null;
                    AdditionalData.Add(ref additional, member, ref reader);
                    break;
                default:
                    AdditionalData.Add(ref additional, member, ref reader);
                    break;
            }

            if (!fits)
            {
                return null;
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

    private static bool IsTextOrNull(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.String or JsonTokenType.Null;

    private static bool IsIdOrNull(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _));
}
