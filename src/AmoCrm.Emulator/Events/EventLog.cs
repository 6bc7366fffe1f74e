namespace AmoCrm.Emulator.Events;

/// <summary>What amoCRM logs by itself when data changes; nobody posts events.</summary>
internal sealed class EventLog(TimeProvider clock)
{
    private readonly List<EventRecord> _events = [];

    /// <summary>Newest first, as amoCRM lists them.</summary>
    public IEnumerable<EventRecord> Newest
    {
        get
        {
            for (var index = _events.Count - 1; index >= 0; index--)
            {
                yield return _events[index];
            }
        }
    }

    /// <param name="type">The event's type.</param>
    /// <param name="entity">What it happened to, by its plural name.</param>
    /// <param name="userId">Who did it.</param>
    /// <param name="after">One-key objects with the new values; null for none.</param>
    /// <param name="before">One-key objects with the old values; null for none.</param>
    public void Add(string type, EntityRef entity, long userId, JsonArray? after = null, JsonArray? before = null) => _events.Add(new EventRecord
    {
        Number = _events.Count + 1,
        Time = clock.GetUtcNow(),
        Type = type,
        Entity = entity,
        UserId = userId,
        ValuesAfter = after,
        ValuesBefore = before,
    });

    /// <summary>An event whose new value is a note: most of what is added.</summary>
    public void AddNote(string type, EntityRef entity, long userId, long noteId) => _events.Add(new EventRecord
    {
        Number = _events.Count + 1,
        Time = clock.GetUtcNow(),
        Type = type,
        Entity = entity,
        UserId = userId,
        NoteId = noteId,
    });
}
