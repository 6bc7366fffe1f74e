namespace AmoCrm.Emulator.Events;

/// <summary>An event as it is stored; small, because there are more events than anything else. <see cref="EventView"/> makes the JSON.</summary>
internal sealed class EventRecord
{
    /// <summary>The number of the event in its account, from 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required string Type { get; init; }

    /// <summary>What it happened to, by its plural name.</summary>
    public required EntityRef Entity { get; init; }

    /// <summary>Who did it.</summary>
    public required long UserId { get; init; }

    /// <summary>The note that is the new value.</summary>
    public long? NoteId { get; init; }

    /// <summary>One-key objects with the new values.</summary>
    public JsonArray? ValuesAfter { get; init; }

    /// <summary>One-key objects with the old values.</summary>
    public JsonArray? ValuesBefore { get; init; }

    public string Id => EventId.Create(Time, Number);

    /// <summary>The new values; those that are read here belong to nobody else.</summary>
    public JsonArray After => NoteId is { } id ? EventValue.Of("note", new JsonObject { ["id"] = id }) : Copy(ValuesAfter);

    public JsonArray Before => Copy(ValuesBefore);

    private static JsonArray Copy(JsonArray? values) => (JsonArray?)values?.DeepClone() ?? [];
}
