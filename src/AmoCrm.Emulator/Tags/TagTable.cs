namespace AmoCrm.Emulator.Tags;

/// <summary>The tag dictionaries: one for each entity type, so that the same name has different ids.</summary>
internal sealed class TagTable(IdSequences ids)
{
    private readonly Dictionary<string, List<JsonObject>> _tags = new(StringComparer.Ordinal);

    public List<JsonObject> Of(string entityType)
    {
        if (!_tags.TryGetValue(entityType, out var tags))
        {
            _tags[entityType] = tags = [];
        }

        return tags;
    }

    public JsonObject? Find(string entityType, long id) => Of(entityType).Find(tag => tag.Long("id") == id);

    public JsonObject? Find(string entityType, string name) => Of(entityType).Find(tag => tag.Text("name") == name);

    /// <summary>An existing name keeps its id: creating tags is idempotent.</summary>
    public JsonObject GetOrAdd(string entityType, string name, string? color = null)
    {
        if (Find(entityType, name) is { } known)
        {
            return known;
        }

        var tag = new JsonObject { ["id"] = ids.Next("tags"), ["name"] = name, ["color"] = color };
        Of(entityType).Add(tag);
        return tag;
    }
}
