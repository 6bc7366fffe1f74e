namespace AmoCrm.Emulator.Events;

/// <summary>What amoCRM logs by itself when data changes; nobody posts events.</summary>
internal sealed class EventLog(AccountState account)
{
    private readonly List<JsonObject> _events = [];

    /// <summary>Newest first, as amoCRM lists them.</summary>
    public IEnumerable<JsonObject> Newest => Enumerable.Reverse(_events);

    /// <param name="type">The event's type.</param>
    /// <param name="entity">What it happened to, by its plural name.</param>
    /// <param name="userId">Who did it.</param>
    /// <param name="after">One-key objects with the new values; null for none.</param>
    /// <param name="before">One-key objects with the old values; null for none.</param>
    public void Add(string type, EntityRef entity, long userId, JsonArray? after = null, JsonArray? before = null)
    {
        var time = account.Clock.GetUtcNow();
        var id = EventId.Create(time, _events.Count + 1);
        _events.Add(new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["entity_id"] = entity.Id,
            ["entity_type"] = entity.EventType,
            ["created_by"] = userId,
            ["created_at"] = time.ToUnixTimeSeconds(),
            ["value_after"] = after ?? [],
            ["value_before"] = before ?? [],
            ["account_id"] = account.Id,
            ["_links"] = account.Self("events/" + id),
            ["_embedded"] = new JsonObject
            {
                ["entity"] = new JsonObject { ["id"] = entity.Id, ["_links"] = account.Self(entity.ApiPath) },
            },
        });
    }

    /// <summary>An event whose new value is a note: most of what is added.</summary>
    public void AddNote(string type, EntityRef entity, long userId, long noteId) =>
        Add(type, entity, userId, EventValue.Of("note", new JsonObject { ["id"] = noteId }));
}
