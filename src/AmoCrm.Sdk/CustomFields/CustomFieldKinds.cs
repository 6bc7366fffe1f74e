using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads the <c>values</c> of a field as the kind its type says, or as they are when they do not look like it.</summary>
internal static class CustomFieldKinds
{
    /// <param name="values">A reader on the value of <c>values</c>; a default one when the member was absent.</param>
    /// <param name="type">The field's type.</param>
    public static CustomFieldValue Read(Utf8JsonReader values, string? type)
    {
        if (values.TokenType != JsonTokenType.StartArray)
        {
            return Raw(values);
        }

        CustomFieldValue? value = type switch
        {
            "text" or "textarea" or "url" or "streetaddress" or "tracking_data" => Text(values),
            "numeric" or "price" or "monetary" => Number(values),
            "checkbox" => Flag(values),
            "date" or "date_time" or "birthday" => Date(values),
            "select" or "radiobutton" or "category" => CustomFieldChoiceJson.TryReadAll(values) is [var choice] ? new ChoiceFieldValue { Choice = choice } : null,
            "multiselect" => CustomFieldChoiceJson.TryReadAll(values) is { } choices ? new ChoicesFieldValue { Choices = choices } : null,
            "multitext" or "smart_address" => CustomFieldChoiceJson.TryReadAll(values) is { } items ? new MultitextFieldValue { Items = items } : null,
            "linked_entity" => CustomFieldLinkJson.TryReadAll(values) is { } links ? new LinkFieldValue { Links = links } : null,
            _ => null,
        };
        return value ?? Raw(values);
    }

    private static TextFieldValue? Text(Utf8JsonReader reader)
    {
        if (!SingleValueJson.TryEnter(ref reader) || reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        var text = JsonRead.Text(ref reader);
        return SingleValueJson.TryLeave(ref reader) ? new TextFieldValue { Value = text } : null;
    }

    private static NumberFieldValue? Number(Utf8JsonReader reader)
    {
        var values = reader;
        if (!SingleValueJson.TryEnter(ref reader))
        {
            return null;
        }

        decimal number;
        var isText = reader.TokenType == JsonTokenType.String;
        var fits = isText
            ? JsonRead.TryParseDecimal(JsonRead.Text(ref reader), out number)
            : TryGetDecimal(ref reader, out number);
        return fits && SingleValueJson.TryLeave(ref reader) ? new NumberFieldValue { Value = number, Wire = isText ? RawText(values) : null } : null;
    }

    private static FlagFieldValue? Flag(Utf8JsonReader reader)
    {
        var values = reader;
        if (!SingleValueJson.TryEnter(ref reader))
        {
            return null;
        }

        bool flag;
        string? wire = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                flag = reader.TokenType == JsonTokenType.True;
                break;
            case JsonTokenType.String when JsonRead.TryParseBool(JsonRead.Text(ref reader), out flag):
            case JsonTokenType.Number when TryGetBit(ref reader, out flag):
                wire = RawText(values);
                break;
            default:
                return null;
        }

        return SingleValueJson.TryLeave(ref reader) ? new FlagFieldValue { Value = flag, Wire = wire } : null;
    }

    private static DateFieldValue? Date(Utf8JsonReader reader)
    {
        var values = reader;
        if (!SingleValueJson.TryEnter(ref reader))
        {
            return null;
        }

        DateTimeOffset time;
        var isText = reader.TokenType == JsonTokenType.String;
        var fits = isText
            ? JsonRead.TryParseTime(JsonRead.Text(ref reader), out time)
            : TryGetUnixTime(ref reader, out time);
        return fits && SingleValueJson.TryLeave(ref reader) ? new DateFieldValue { Value = time, Wire = isText ? RawText(values) : null } : null;
    }

    private static ObjectFieldValue Raw(Utf8JsonReader values) => new()
    {
        Values = values.TokenType is JsonTokenType.None or JsonTokenType.Null ? null : JsonElement.ParseValue(ref values),
    };

    private static bool TryGetDecimal(ref Utf8JsonReader reader, out decimal number)
    {
        number = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out number);
    }

    private static bool TryGetBit(ref Utf8JsonReader reader, out bool flag)
    {
        var isBit = reader.TryGetInt64(out var number) && number is 0 or 1;
        flag = isBit && number == 1;
        return isBit;
    }

    private static bool TryGetUnixTime(ref Utf8JsonReader reader, out DateTimeOffset time)
    {
        time = default;
        return reader.TokenType == JsonTokenType.Number
            && reader.TryGetInt64(out var seconds)
            && JsonRead.TryParseUnixTime(seconds, out time);
    }

    private static string RawText(Utf8JsonReader values) => JsonElement.ParseValue(ref values).GetRawText();
}
