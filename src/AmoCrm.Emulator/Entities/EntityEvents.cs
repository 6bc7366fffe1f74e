namespace AmoCrm.Emulator.Entities;

/// <summary>The events of an update, by comparing what was with what is.</summary>
internal static class EntityEvents
{
    public static void LogChanges(EmulatorRequest request, EntityRecord record, JsonObject before)
    {
        Log(request, record, before, "name", "name_field_changed", "name_field_value", "name");
        Log(request, record, before, "price", "sale_field_changed", "sale_field_value", "sale");
        Log(request, record, before, "responsible_user_id", "entity_responsible_changed", "responsible_user", "id");
        if (record.Kind == EntityKinds.Customers)
        {
            Log(request, record, before, "status_id", "customer_status_changed", "customer_status", "id");
        }
        else if (record.Kind == EntityKinds.Leads && Stage(before) is var old && Stage(record.Fields) is var current && !JsonReading.AreEqual(old, current))
        {
            request.Account.Events.Add(
                "lead_status_changed", record.Ref, request.UserId, EventValue.Of("lead_status", current), EventValue.Of("lead_status", old));
        }
    }

    private static JsonObject Stage(JsonObject fields) =>
        new() { ["id"] = fields.Long("status_id"), ["pipeline_id"] = fields.Long("pipeline_id") };

    private static void Log(EmulatorRequest request, EntityRecord record, JsonObject before, string field, string type, string key, string name)
    {
        if (record.Fields.Has(field) && !JsonReading.AreEqual(before[field], record.Fields[field]))
        {
            request.Account.Events.Add(
                type, record.Ref, request.UserId, EventValue.Of(key, name, record.Fields[field]), EventValue.Of(key, name, before[field]));
        }
    }
}
