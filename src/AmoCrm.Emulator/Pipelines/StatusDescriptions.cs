namespace AmoCrm.Emulator.Pipelines;

/// <summary>
/// Descriptions of a stage, one for each level: with an id an edit, without one a new text for the level, with an id and no text a deletion.
/// Their dates are the only ones of the API that are text.
/// </summary>
internal static class StatusDescriptions
{
    public static void Apply(EmulatorRequest request, JsonObject status, JsonObject item)
    {
        var all = (JsonArray)status["descriptions"]!;
        var known = all.OfType<JsonObject>().FirstOrDefault(description =>
            item.Long("id") is { } id ? description.Long("id") == id : description.Text("level") == item.Text("level"));
        if (item.Text("description") is not { Length: > 0 } text)
        {
            all.Remove(known);
            return;
        }

        var now = request.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        if (known is not null)
        {
            known["description"] = text;
            known["updated_at"] = now;
            known["updated_by"] = request.UserId;
            return;
        }

        all.Add((JsonNode)new JsonObject
        {
            ["account_id"] = request.Account.Id,
            ["created_at"] = now,
            ["created_by"] = request.UserId,
            ["description"] = text,
            ["id"] = request.Account.Ids.Next("descriptions"),
            ["level"] = item.Text("level") ?? "newbie",
            ["pipeline_id"] = status.Long("pipeline_id"),
            ["status_id"] = status.Long("id"),
            ["updated_at"] = now,
            ["updated_by"] = null,
        });
    }
}
