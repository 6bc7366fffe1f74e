namespace AmoCrm.Emulator.CustomFields;

/// <summary>What shapes can not say about custom fields.</summary>
internal static class FieldRules
{
    public static void Check(string scope, JsonObject item, List<FieldError> errors)
    {
        var type = item.Text("type")!;
        if (!FieldKinds.IsAvailable(scope, type))
        {
            errors.Add(FieldError.NotSupportedChoice("type"));
            return;
        }

        if (FieldKinds.NeedsEnums(type) && !item.Items("enums").Any())
        {
            errors.Add(FieldError.Missing("enums"));
        }

        if (type == "monetary" && item.Text("currency") is null)
        {
            errors.Add(FieldError.Missing("currency"));
        }

        if (type == "linked_entity" && item["search_in"] is null)
        {
            errors.Add(FieldError.Missing("search_in"));
        }
    }

    public static void CheckUpdate(JsonObject? field, JsonObject item, List<FieldError> errors)
    {
        if (field is null)
        {
            errors.Add(FieldError.NotSupportedChoice("id"));
            return;
        }

        var known = field.Items("enums").Select(option => option.Long("id")).ToHashSet();
        var index = 0;
        foreach (var option in item.Items("enums"))
        {
            if (option.Long("id") is { } id && !known.Contains(id))
            {
                errors.Add(FieldError.NotSupportedChoice($"enums.{index}.id"));
            }

            index++;
        }
    }
}
