using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads the <c>values</c> of a field as the kind its type says, or as they are when they do not look like it.</summary>
internal static class CustomFieldKinds
{
    /// <param name="values">A reader on the value of <c>values</c>; a default one when the member was absent.</param>
    /// <param name="type">The field's type.</param>
    public static CustomFieldValue Read(Utf8JsonReader values, string? type)
    {
        var typed = values;
        return TryRead(ref typed, type) ?? new ObjectFieldValue
        {
            Values = values.TokenType is JsonTokenType.None or JsonTokenType.Null ? null : JsonElement.ParseValue(ref values),
        };
    }

    /// <summary>Reads the values as the type says; null, and the reader stands anywhere in them, when they do not look like it.</summary>
    /// <param name="reader">The reader, on the value of <c>values</c> before and on its last token after the call.</param>
    /// <param name="type">The field's type.</param>
    public static CustomFieldValue? TryRead(ref Utf8JsonReader reader, string? type) => reader.TokenType != JsonTokenType.StartArray ? null : type switch
    {
        "text" or "textarea" or "url" or "streetaddress" or "tracking_data" => Text(ref reader),
        "numeric" or "price" or "monetary" => Number(ref reader),
        "checkbox" => Flag(ref reader),
        "date" or "date_time" or "birthday" => Date(ref reader),
        "select" or "radiobutton" or "category" => CustomFieldChoiceJson.TryReadOne(ref reader) is { } choice ? new ChoiceFieldValue { Choice = choice } : null,
        "multiselect" => CustomFieldChoiceJson.TryReadAll(ref reader, JsonRead.RepeatedString) is { } choices ? new ChoicesFieldValue { Choices = choices } : null,
        "multitext" or "smart_address" => CustomFieldChoiceJson.TryReadAll(ref reader, JsonRead.String) is { } items ? new MultitextFieldValue { Items = items } : null,
        "linked_entity" => CustomFieldLinkJson.TryReadAll(ref reader) is { } links ? new LinkFieldValue { Links = links } : null,
        _ => null,
    };

    private static TextFieldValue? Text(ref Utf8JsonReader reader)
    {
        if (!SingleValueJson.TryEnter(ref reader) || reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        var text = JsonRead.Text(ref reader);
        return SingleValueJson.TryLeave(ref reader) ? new TextFieldValue { Value = text } : null;
    }

    private static NumberFieldValue? Number(ref Utf8JsonReader reader)
    {
        if (!SingleValueJson.TryEnter(ref reader))
        {
            return null;
        }

        var wire = TextOrNull(ref reader);
        var fits = wire is null ? TryGetDecimal(ref reader, out var number) : JsonRead.TryParseDecimal(wire, out number);
        return fits && SingleValueJson.TryLeave(ref reader) ? new NumberFieldValue { Value = number, Wire = wire } : null;
    }

    private static FlagFieldValue? Flag(ref Utf8JsonReader reader)
    {
        if (!SingleValueJson.TryEnter(ref reader))
        {
            return null;
        }

        var wire = TextOrNull(ref reader);
        var isBit = reader.TokenType == JsonTokenType.Number;
        var flag = reader.TokenType == JsonTokenType.True;
        var fits = flag
            || reader.TokenType == JsonTokenType.False
            || (isBit ? TryGetBit(ref reader, out flag) : JsonRead.TryParseBool(wire, out flag));
        return fits && SingleValueJson.TryLeave(ref reader) ? new FlagFieldValue { Value = flag, Wire = wire, IsBit = isBit } : null;
    }

    private static DateFieldValue? Date(ref Utf8JsonReader reader)
    {
        if (!SingleValueJson.TryEnter(ref reader))
        {
            return null;
        }

        var wire = TextOrNull(ref reader);
        var fits = wire is null ? TryGetUnixTime(ref reader, out var time) : JsonRead.TryParseTime(wire, out time);
        return fits && SingleValueJson.TryLeave(ref reader) ? new DateFieldValue { Value = time, Wire = wire } : null;
    }

    private static string? TextOrNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String ? JsonRead.Text(ref reader) : null;

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
}
