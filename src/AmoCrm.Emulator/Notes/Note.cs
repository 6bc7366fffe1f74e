namespace AmoCrm.Emulator.Notes;

/// <summary>A note: what it is on, and its read model.</summary>
internal sealed record Note(EntityRef Entity, JsonObject Fields)
{
    public long Id => Fields.Long("id")!.Value;

    public string Type => Fields.Text("note_type")!;

    public string ApiPath => $"{Entity.ApiPath}/notes/{Id}";
}
