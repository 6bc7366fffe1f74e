namespace AmoCrm.Emulator.CustomFields;

/// <summary>Applies checked bodies to fields.</summary>
internal static class FieldWriter
{
    private static readonly string[] Copied =
    [
        "name", "code", "sort", "is_api_only", "settings", "is_visible", "is_required", "search_in", "group_id", "required_statuses", "remind",
        "currency", "hidden_statuses", "chained_lists", "tracking_callback",
    ];

    public static JsonObject Create(AccountState account, string scope, JsonObject item)
    {
        var id = account.Ids.Next("custom_fields");
        var field = account.Fields.Add(scope, id, item.Text("type")!, item.Text("name")!, item.Text("code"));
        return Update(account, field, item);
    }

    public static JsonObject Update(AccountState account, JsonObject field, JsonObject item)
    {
        foreach (var name in Copied.Where(name => item.Has(name) && field.Has(name)))
        {
            field[name] = item[name]?.DeepClone() ?? (field[name] is JsonArray ? new JsonArray() : null);
        }

        if (item["enums"] is JsonArray)
        {
            ReplaceEnums(account, field, item);
        }

        if (item["nested"] is JsonArray)
        {
            ReplaceNested(account, field, item);
        }

        return field;
    }

    /// <summary>A value without an id is new; a known value that is not sent again is gone. That is amoCRM's rule, not ours.</summary>
    private static void ReplaceEnums(AccountState account, JsonObject field, JsonObject item)
    {
        var sent = item.Items("enums").Select((option, index) => new JsonObject
        {
            ["id"] = option.Long("id") ?? account.Ids.Next("enums"),
            ["value"] = option.Text("value"),
            ["sort"] = option.Long("sort") ?? index + 1,
            ["code"] = option.Text("code"),
        });
        field["enums"] = JsonReading.Array(sent.ToList());
    }

    private static void ReplaceNested(AccountState account, JsonObject field, JsonObject item)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        var sent = new JsonArray();
        foreach (var option in item.Items("nested"))
        {
            var id = option.Long("id") ?? account.Ids.Next("enums");
            if (option.Text("request_id") is { } requestId)
            {
                ids[requestId] = id;
            }

            var parent = option.Long("parent_id")
                ?? (option.Text("parent_request_id") is { } parentRequestId && ids.TryGetValue(parentRequestId, out var found) ? found : null);
            sent.Add((JsonNode)new JsonObject
            {
                ["id"] = id,
                ["parent_id"] = parent,
                ["value"] = option.Text("value"),
                ["sort"] = option.Long("sort") ?? sent.Count,
            });
        }

        field["nested"] = sent;
    }
}
