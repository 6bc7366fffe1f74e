namespace AmoCrm.Emulator.CustomFields;

/// <summary>Reads <c>custom_fields_values</c> of a write, and says what is wrong with it by path.</summary>
internal static class FieldValueReader
{
    public const string Root = "custom_fields_values";

    /// <summary>The shape of the member. The name and type of a field are what a read answer carries, and are ignored.</summary>
    public static readonly Shape Shape = Shape.ListOf(Shape.ObjectOf(
        new Member("field_id", Shape.Int, Nullable: true),
        new Member("field_code", Shape.Text, Nullable: true),
        new Member("field_name", Shape.Text, Nullable: true),
        new Member("field_type", Shape.Text, Nullable: true),
        new Member("values", Shape.ListOf(Shape.Any), Required: true, Nullable: true)));

    public static IReadOnlyList<FieldChange> Read(AccountState account, string scope, JsonObject item, List<FieldError> errors)
    {
        var changes = new List<FieldChange>();
        var index = 0;
        foreach (var entry in item.Items(Root))
        {
            var path = $"{Root}.{index++}";
            if (FindField(account, scope, entry, path, errors) is not { } field)
            {
                continue;
            }

            if (entry["values"] is not JsonArray values)
            {
                changes.Add(new FieldChange(field, Values: null));
            }
            else if (ReadValues(field, values, path, errors) is { } change)
            {
                changes.Add(change);
            }
        }

        return changes;
    }

    private static JsonObject? FindField(AccountState account, string scope, JsonObject entry, string path, List<FieldError> errors)
    {
        JsonObject? field = null;
        if (entry.Long("field_id") is { } id)
        {
            field = account.Fields.Find(scope, id);
        }
        else if (entry.Text("field_code") is { } code)
        {
            field = account.Fields.Find(scope, code);
            path += ".field_code";
        }
        else
        {
            errors.Add(FieldError.Missing(path + ".field_id"));
            return null;
        }

        if (field is null)
        {
            errors.Add(FieldError.NotSupportedChoice(entry.Long("field_id") is null ? path : path + ".field_id"));
        }

        return field;
    }

    /// <summary>The change, or null where every value is an empty string, which amoCRM ignores.</summary>
    private static FieldChange? ReadValues(JsonObject field, JsonArray values, string path, List<FieldError> errors)
    {
        var type = field.Text("type")!;
        var read = new JsonArray();
        var clears = values.Count == 0;
        for (var index = 0; index < values.Count; index++)
        {
            var valuePath = $"{path}.values.{index}";
            if (values[index] is not JsonObject value)
            {
                errors.Add(FieldError.InvalidType(valuePath, "object"));
                continue;
            }

            var result = FieldValueParser.Parse(field, type, value, valuePath, errors);
            clears |= result is null && value.Has("value") && value["value"] is null;
            if (result is not null && (read.Count == 0 || FieldKinds.HasManyValues(type)))
            {
                read.Add((JsonNode)result);
            }
        }

        if (read.Count > 0)
        {
            return new FieldChange(field, read);
        }

        return clears ? new FieldChange(field, Values: null) : null;
    }
}
