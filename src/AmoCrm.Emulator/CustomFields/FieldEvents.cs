namespace AmoCrm.Emulator.CustomFields;

/// <summary>The events of changed field values.</summary>
internal static class FieldEvents
{
    public static void Log(AccountState account, EntityRef entity, long userId, FieldChange change, JsonArray? before)
    {
        if (JsonReading.AreEqual(change.Values, before))
        {
            return;
        }

        account.Events.Add($"custom_field_{change.FieldId}_value_changed", entity, userId, Values(change.Field, change.Values), Values(change.Field, before));
    }

    private static JsonArray Values(JsonObject field, JsonArray? values) =>
        EventValue.Many("custom_field_value", (values ?? []).OfType<JsonObject>().Select(value => new JsonObject
        {
            ["field_id"] = field.Long("id"),
            ["field_type"] = FieldKinds.NumberOf(field.Text("type")!),
            ["enum_id"] = value.Long("enum_id"),
            ["text"] = value["value"]?.ToString(),
        }));
}
