namespace AmoCrm.Emulator.CustomFields;

/// <summary>Values chosen from a field's enums, or labelled with one.</summary>
internal static class FieldChoice
{
    private static readonly string[] AddressParts = ["address_line_1", "address_line_2", "city", "state", "zip", "country"];

    /// <summary>The enum by id, code or exact text; the text must match to the letter.</summary>
    public static JsonObject? Pick(JsonObject field, string type, JsonObject value, string path, List<FieldError> errors)
    {
        var options = type == "category" ? field.Items("nested") : field.Items("enums");
        var (key, match) = Criterion(value, labelOnly: false);
        if (key is null)
        {
            return null;
        }

        if (options.FirstOrDefault(option => match!(option)) is not { } found)
        {
            errors.Add(FieldError.NotSupportedChoice($"{path}.{key}"));
            return null;
        }

        var read = new JsonObject { ["value"] = found.Text("value"), ["enum_id"] = found.Long("id") };
        if (type != "category")
        {
            read["enum_code"] = found.Text("code");
        }

        return read;
    }

    /// <summary>A text with its label; the first label where none is given.</summary>
    public static JsonObject? Label(JsonObject field, JsonObject value, string path, List<FieldError> errors)
    {
        var labels = field.Text("type") == "smart_address" ? AddressLabels().ToList() : field.Items("enums").ToList();
        var (key, match) = Criterion(value, labelOnly: true);
        var found = key is null ? labels.FirstOrDefault() : labels.Find(label => match!(label));
        if (found is null)
        {
            errors.Add(FieldError.NotSupportedChoice($"{path}.{key ?? "enum_code"}"));
            return null;
        }

        // Labels of a multitext field are their own codes: the enum's value is WORK, and so is the code that values carry.
        return new JsonObject
        {
            ["value"] = value.Text("value"),
            ["enum_id"] = found.Long("id"),
            ["enum_code"] = found.Text("code") ?? found.Text("value"),
        };
    }

    private static IEnumerable<JsonObject> AddressLabels() =>
        AddressParts.Select((part, index) => new JsonObject { ["id"] = index + 1, ["value"] = part, ["code"] = part });

    private static (string? Key, Func<JsonObject, bool>? Match) Criterion(JsonObject value, bool labelOnly)
    {
        if (value.Long("enum_id") is { } id)
        {
            return ("enum_id", option => option.Long("id") == id);
        }

        if (value.Text("enum_code") is { } code)
        {
            return ("enum_code", option => option.Text("code") == code || (labelOnly && option.Text("value") == code));
        }

        if (labelOnly || value.Text("value") is not { Length: > 0 } text)
        {
            return (null, null);
        }

        return ("value", option => option.Text("value") == text);
    }
}
