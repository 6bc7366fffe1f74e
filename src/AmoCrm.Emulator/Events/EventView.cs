namespace AmoCrm.Emulator.Events;

/// <summary>The read form of an event.</summary>
internal static class EventView
{
    public static JsonObject Of(AccountState account, ISet<string> with, EventRecord record)
    {
        var (id, entity) = (record.Id, record.Entity);
        var embedded = new JsonObject { ["id"] = entity.Id, ["_links"] = account.Self(entity.ApiPath) };
        if (with.Contains(entity.EventType + "_name") && EntityKind.BySingular(entity.EventType) is { } kind)
        {
            embedded["name"] = account.Entities.Find(kind.Plural, entity.Id)?.Name;
        }

        return new JsonObject
        {
            ["id"] = id,
            ["type"] = record.Type,
            ["entity_id"] = entity.Id,
            ["entity_type"] = entity.EventType,
            ["created_by"] = record.UserId,
            ["created_at"] = record.Time.ToUnixTimeSeconds(),
            ["value_after"] = record.After,
            ["value_before"] = record.Before,
            ["account_id"] = account.Id,
            ["_links"] = account.Self("events/" + id),
            ["_embedded"] = new JsonObject { ["entity"] = embedded },
        };
    }
}
