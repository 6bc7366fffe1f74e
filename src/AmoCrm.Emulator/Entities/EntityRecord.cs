namespace AmoCrm.Emulator.Entities;

/// <summary>A lead, contact, company or customer as it is stored.</summary>
internal sealed class EntityRecord(EntityKind kind, long id, JsonObject fields)
{
    public EntityKind Kind { get; } = kind;

    public long Id { get; } = id;

    /// <summary>The read model without what is computed: values, tags, links.</summary>
    public JsonObject Fields { get; } = fields;

    public FieldValues Values { get; } = new();

    public List<long> TagIds { get; } = [];

    public List<long> SegmentIds { get; } = [];

    /// <summary>Where a lead came from; leads made over the API say so.</summary>
    public JsonObject? Source { get; set; }

    public EntityRef Ref => new(Kind.Plural, Id);

    public string Name => Fields.Text("name") ?? string.Empty;
}
