namespace AmoCrm.Emulator.Entities;

/// <summary>Tags of an entity: <c>_embedded.tags</c> replaces them, null clears them, the other two members add and take away.</summary>
internal static class EntityTags
{
    public static void Apply(EmulatorRequest request, EntityRecord record, JsonObject item)
    {
        var before = record.TagIds.ToList();
        if (item.Child("_embedded") is { } embedded && embedded.Has("tags"))
        {
            record.TagIds.Clear();
            Append(request, record, embedded.Items("tags"));
        }

        Append(request, record, item.Items("tags_to_add"));
        foreach (var tag in item.Items("tags_to_delete"))
        {
            var id = tag.Long("id") ?? request.Account.Tags.Find(record.Kind.Plural, tag.Text("name") ?? string.Empty).Long("id");
            record.TagIds.RemoveAll(known => known == id);
        }

        Log(request, record, "entity_tag_added", record.TagIds.Except(before), before: []);
        Log(request, record, "entity_tag_deleted", [], before.Except(record.TagIds));
    }

    private static void Append(EmulatorRequest request, EntityRecord record, IEnumerable<JsonObject> tags)
    {
        foreach (var tag in tags)
        {
            var id = tag.Long("id") ?? request.Account.Tags.GetOrAdd(record.Kind.Plural, tag.Text("name")!).Long("id")!.Value;
            if (!record.TagIds.Contains(id))
            {
                record.TagIds.Add(id);
            }
        }
    }

    private static void Log(EmulatorRequest request, EntityRecord record, string type, IEnumerable<long> after, IEnumerable<long> before)
    {
        var (added, removed) = (Names(request, record, after), Names(request, record, before));
        if (added.Count + removed.Count > 0)
        {
            request.Account.Events.Add(type, record.Ref, request.UserId, added, removed);
        }
    }

    private static JsonArray Names(EmulatorRequest request, EntityRecord record, IEnumerable<long> ids) =>
        EventValue.Many("tag", ids.Select(id => new JsonObject { ["name"] = request.Account.Tags.Find(record.Kind.Plural, id).Text("name") }));
}
