namespace AmoCrm.Emulator.Catalogs;

/// <summary>An element of a list: its read model without values, and the values.</summary>
internal sealed record Element(JsonObject Fields)
{
    public FieldValues Values { get; } = new();

    public long Id => Fields.Long("id")!.Value;

    public long CatalogId => Fields.Long("catalog_id")!.Value;

    public string Name => Fields.Text("name")!;
}
