namespace AmoCrm.Emulator.Entities;

/// <summary>What hangs on an entity: field values, tags, segments, links made at its creation.</summary>
internal static class EntityAttachments
{
    public static void Apply(EmulatorRequest request, EntityRecord record, JsonObject item, bool isNew)
    {
        ApplyValues(request, record, item, isNew);
        EntityTags.Apply(request, record, item);
        if (item.Child("_embedded") is not { } embedded)
        {
            return;
        }

        if (embedded.Has("segments"))
        {
            record.SegmentIds.Clear();
            record.SegmentIds.AddRange(embedded.Items("segments").Select(segment => segment.Long("id")!.Value));
        }

        foreach (var type in new[] { "contacts", "companies" })
        {
            foreach (var linked in embedded.Items(type))
            {
                var metadata = linked.Flag("is_main") == true ? new JsonObject { ["is_main"] = true } : null;
                LinkService.Connect(request.Account, record.Ref, new EntityRef(type, linked.Long("id")!.Value), request.UserId, metadata);
            }
        }
    }

    private static void ApplyValues(EmulatorRequest request, EntityRecord record, JsonObject item, bool isNew)
    {
        foreach (var change in FieldValueReader.Read(request.Account, record.Kind.Plural, item, []))
        {
            var before = record.Values.Of(change.FieldId);
            record.Values.Apply(change);
            if (!isNew)
            {
                FieldEvents.Log(request.Account, record.Ref, request.UserId, change, before);
            }
        }
    }
}
