using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Shapes;

/// <summary>What causes each shape of an event's values, and the event.</summary>
internal sealed class ShapeEvents(Func<string, string, string?, Task<Reply>> send)
{
    private static readonly Dictionary<string, (string Path, string Body, string Type)> Causes = new(StringComparer.Ordinal)
    {
        ["event-task-text"] = ("tasks/14001", """{"text":"Иначе"}""", "task_text_changed"),
        ["event-task-deadline"] = ("tasks/14001", """{"complete_till":1800000000}""", "task_deadline_changed"),
        ["event-task-type"] = ("tasks/14001", """{"task_type_id":2}""", "task_type_changed"),
        ["event-note"] = ("leads/12001", """{"price":1}""", "lead_added"),
        ["event-lead-status"] = ("leads/12001", """{"status_id":700104}""", "lead_status_changed"),
        ["event-customer-status"] = ("customers/13001", """{"status_id":5}""", "customer_status_changed"),
        ["event-responsible"] = ("leads/12001", """{"responsible_user_id":8001002}""", "entity_responsible_changed"),
        ["event-field"] = ("contacts/10001", """{"custom_fields_values":[{"field_code":"PHONE","values":[{"value":"+79000000009"}]}]}""", "custom_field_value_changed"),
    };

    public async Task<JsonNode> AnswerAsync(string name)
    {
        if (name == "event-tags")
        {
            return await TagsAsync();
        }

        var (path, body, type) = Causes[name];
        await send("PATCH", path, body);
        return await ValuesAsync(type);
    }

    /// <summary>The sample shows tags before and after in one event; here they are two.</summary>
    private async Task<JsonNode> TagsAsync()
    {
        await send("PATCH", "leads/12001", """{"_embedded":{"tags":[{"name":"новый"}]}}""");
        return new JsonObject
        {
            ["value_after"] = (await ValuesAsync("entity_tag_added"))["value_after"]!.DeepClone(),
            ["value_before"] = (await ValuesAsync("entity_tag_deleted"))["value_before"]!.DeepClone(),
        };
    }

    private async Task<JsonObject> ValuesAsync(string type)
    {
        var logged = (await send("GET", $"events?filter[type]={type}&limit=1", null)).Items("events")[0]!;
        return new JsonObject
        {
            ["value_after"] = logged["value_after"]!.DeepClone(),
            ["value_before"] = logged["value_before"]!.DeepClone(),
        };
    }
}
