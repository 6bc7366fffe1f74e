using System.Text.Json;

namespace AmoCrm.Emulator.CustomFields;

/// <summary>Turns one value of a write into the form that is read back (catalogue 1.17).</summary>
internal static class FieldValueParser
{
    /// <summary>The value to store; null where there is none (cleared, ignored or wrong).</summary>
    public static JsonObject? Parse(JsonObject field, string type, JsonObject value, string path, List<FieldError> errors)
    {
        if (!HasOnlyKeysOf(type, value, path, errors))
        {
            return null;
        }

        if (FieldKinds.IsChoice(type))
        {
            return FieldChoice.Pick(field, type, value, path, errors);
        }

        if (type == "chained_list")
        {
            return value.Copy();
        }

        if (value["value"] is not { } content || IsEmptyText(content))
        {
            return null;
        }

        return FieldKinds.IsLabelled(type)
            ? FieldChoice.Label(field, value, path, errors)
            : Wrap(Scalar(type, content, path + ".value", errors));
    }

    private static bool HasOnlyKeysOf(string type, JsonObject value, string path, List<FieldError> errors)
    {
        string[] allowed = type switch
        {
            "chained_list" => ["catalog_id", "catalog_element_id"],
            _ when FieldKinds.IsChoice(type) || FieldKinds.IsLabelled(type) => ["value", "enum_id", "enum_code"],
            _ => ["value"],
        };
        var unexpected = value.Where(pair => !allowed.Contains(pair.Key, StringComparer.Ordinal)).Select(pair => pair.Key).ToList();
        errors.AddRange(unexpected.Select(key => FieldError.NotExpected($"{path}.{key}")));
        return unexpected.Count == 0;
    }

    private static JsonNode? Scalar(string type, JsonNode content, string path, List<FieldError> errors)
    {
        var kind = content.GetValueKind();
        if (type == "checkbox")
        {
            return kind is JsonValueKind.True or JsonValueKind.False ? content.DeepClone() : Wrong(path, "bool", errors);
        }

        if (FieldKinds.IsDate(type))
        {
            return Date(content, path, errors);
        }

        if (FieldKinds.IsObject(type))
        {
            return content is not JsonObject json ? Wrong(path, "object", errors) : type == "items" ? InvoiceItem.Read(json) : json.DeepClone();
        }

        if (FieldKinds.IsNumber(type))
        {
            return Number(content, kind, path, errors);
        }

        return kind == JsonValueKind.String ? content.DeepClone() : Wrong(path, "string", errors);
    }

    private static JsonValue? Number(JsonNode content, JsonValueKind kind, string path, List<FieldError> errors)
    {
        if (kind is not (JsonValueKind.Number or JsonValueKind.String)
            || !decimal.TryParse(content.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Wrong(path, "float", errors);
        }

        return JsonValue.Create(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Unix seconds, or RFC 3339 with a time; a bare date is refused, as users of amoCRM found.</summary>
    private static JsonValue? Date(JsonNode content, string path, List<FieldError> errors)
    {
        if (content is JsonValue value && value.AsLong() is { } seconds)
        {
            return JsonValue.Create(seconds);
        }

        var text = content.GetValueKind() == JsonValueKind.String ? content.GetValue<string>() : string.Empty;
        return text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? JsonValue.Create(time.ToUnixTimeSeconds())
            : Wrong(path, "int", errors);
    }

    private static JsonValue? Wrong(string path, string type, List<FieldError> errors)
    {
        errors.Add(FieldError.InvalidType(path, type));
        return null;
    }

    private static JsonObject? Wrap(JsonNode? content) => content is null ? null : new JsonObject { ["value"] = content };

    private static bool IsEmptyText(JsonNode content) => content.GetValueKind() == JsonValueKind.String && content.GetValue<string>().Length == 0;
}
