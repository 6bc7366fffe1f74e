using System.Globalization;
using System.Text.Json;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Sdk;

/// <summary>
/// Custom field values from the JSON of a dynamic call: an object by key, or an array in amoCRM's own form. A mistake is a
/// <see cref="FormatException"/> that names the key, never the value.
/// </summary>
internal static class CustomFieldInputJson
{
    public const string EmptyText = "amoCRM ignores an empty text: use null to clear the field, or leave it out to keep it";

    public static CustomFieldInput Read(JsonElement json)
    {
        var input = new CustomFieldInput();
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    Add(input, member.Name, member.Name, member.Value);
                }

                return input;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    AddWireItem(input, item);
                }

                return input;
            default:
                throw new FormatException("Custom fields are an object of values by code, id or name, or an array of {field_id or field_code, values}.");
        }
    }

    /// <summary>One field's value: a scalar, an object, an array of them, or null.</summary>
    public static CustomFieldInputValue? ReadValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Array when json.GetArrayLength() == 0 => null,
        JsonValueKind.Array => new CustomFieldInputValue([.. json.EnumerateArray().Select(ReadItem)]),
        _ => new CustomFieldInputValue(ReadItem(json)),
    };

    public static CustomFieldInputValue Link(long entityId, EntityType entityType, long? catalogId) =>
        new(CustomFieldInputItem.OfRaw(JsonElements.Write(
            (entityId, entityType, catalogId),
            static (writer, link) =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("value"u8);
                writer.WriteNumber("entity_id"u8, link.entityId);
                writer.WriteString("entity_type"u8, link.entityType.Value);
                if (link.catalogId is { } id)
                {
                    writer.WriteNumber("catalog_id"u8, id);
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
            })));

    private static void AddWireItem(CustomFieldInput input, JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("An item of custom fields is an object with field_id or field_code, and values.");
        }

        string? id = null, code = null;
        JsonElement? values = null;
        foreach (var member in item.EnumerateObject())
        {
            switch (member.Name)
            {
                case "field_id":
                    id = FieldId(member.Value);
                    break;
                case "field_code":
                    code = member.Value.ValueKind is JsonValueKind.String ? member.Value.GetString() : null;
                    break;
                case "values":
                    values = member.Value;
                    break;
                case "field_name" or "field_type" or "is_computed":
                    // An answer that is sent back has them; amoCRM needs none of them.
                    break;
                default:
                    throw new FormatException($"An item of custom fields has field_id or field_code, and values; there is no '{member.Name}'.");
            }
        }

        var key = id ?? code;
        if (string.IsNullOrWhiteSpace(key) || values is not { } given)
        {
            throw new FormatException("An item of custom fields needs field_id or field_code, and values (null clears the field).");
        }

        if (given.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null))
        {
            throw new FormatException($"The values of custom field '{key}' are an array of objects, or null to clear it.");
        }

        Add(input, key, key, given);
    }

    private static void Add(CustomFieldInput input, string key, string name, JsonElement value)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new FormatException("The key of a custom field is empty: use its code, id or exact name.");
        }

        if (input.ContainsKey(key))
        {
            throw new FormatException($"Custom field '{name}' is given twice.");
        }

        try
        {
            input.Add(key, ReadValue(value));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"Custom field '{name}': {exception.Message}", exception);
        }
    }

    private static string? FieldId(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) && number > 0 => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String when long.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 =>
            number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Null => null,
        _ => throw new FormatException("A field_id is a positive whole number."),
    };

    private static CustomFieldInputItem ReadItem(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString() is { Length: > 0 } text ? CustomFieldInputItem.OfText(text) : throw new FormatException(EmptyText + "."),
        JsonValueKind.Number when json.TryGetDecimal(out var number) => CustomFieldInputItem.OfNumber(number),
        JsonValueKind.Number => throw new FormatException("the number is too large."),
        JsonValueKind.True => CustomFieldInputItem.OfFlag(true),
        JsonValueKind.False => CustomFieldInputItem.OfFlag(false),
        JsonValueKind.Object => ReadObject(json),
        JsonValueKind.Array => throw new FormatException("a value inside a list is a text, a number, a boolean or an object, not another list."),
        _ => throw new FormatException("null stands for the whole field, not for one of its values."),
    };

    private static CustomFieldInputItem ReadObject(JsonElement json)
    {
        var isValueObject = false;
        var hasOldKey = false;
        foreach (var member in json.EnumerateObject())
        {
            isValueObject |= member.Name is "value" or "enum_id" or "enum_code" or "catalog_element_id";
            hasOldKey |= member.Name is "enum";
        }

        if (json.TryGetProperty("value"u8, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(""u8))
        {
            throw new FormatException(EmptyText + ".");
        }

        return CustomFieldInputItem.OfRaw((isValueObject, hasOldKey) switch
        {
            (true, false) => json.Clone(),
            (true, true) => WithoutOldKey(json),
            _ => JsonElements.Write(json, static (writer, element) =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("value"u8);
                element.WriteTo(writer);
                writer.WriteEndObject();
            }),
        });
    }

    /// <summary>Older answers name the label <c>enum</c>, which amoCRM refuses in requests (FieldNotExpected).</summary>
    private static JsonElement WithoutOldKey(JsonElement json) => JsonElements.Write(json, static (writer, element) =>
    {
        var hasCode = element.TryGetProperty("enum_code"u8, out _);
        writer.WriteStartObject();
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name != "enum")
            {
                member.WriteTo(writer);
            }
            else if (!hasCode)
            {
                writer.WritePropertyName("enum_code"u8);
                member.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    });
}
