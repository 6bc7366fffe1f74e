namespace AmoCrm.Emulator.Entities;

/// <summary>The read form of a main entity, with what <c>with</c> asks for.</summary>
internal static class EntityView
{
    public static JsonObject Of(AccountState account, EntityViewOptions options, EntityRecord record)
    {
        var json = record.Fields.Copy();
        json["closest_task_at"] = account.Tasks.ClosestDeadline(record.Ref);
        json["custom_fields_values"] = record.Values.View(options.Behaviour);
        foreach (var optional in new[] { "source_id", "is_price_modified_by_robot" })
        {
            if (!options.With.Contains(optional))
            {
                json.Remove(optional);
            }
        }

        json["_links"] = account.Self(record.Ref.ApiPath);
        json["_embedded"] = Embedded(account, options.With, record);
        return json;
    }

    /// <summary>A lead in the bin: nearly everything is null.</summary>
    public static JsonObject OfDeleted(AccountState account, EntityRecord record)
    {
        string[] kept = ["id", "updated_at", "updated_by", "is_deleted"];
        var json = new JsonObject();
        foreach (var (name, value) in record.Fields)
        {
            json[name] = kept.Contains(name, StringComparer.Ordinal) ? value?.DeepClone() : null;
        }

        json["is_deleted"] = true;
        json["_links"] = account.Self(record.Ref.ApiPath);
        return json;
    }

    private static JsonObject Embedded(AccountState account, ISet<string> with, EntityRecord record)
    {
        var embedded = new JsonObject();
        if (record.Kind == EntityKinds.Customers)
        {
            embedded["segments"] = Linked(account, record.SegmentIds.Select(id => new EntityRef("customers/segments", id)));
        }

        embedded["tags"] = JsonReading.Array(record.TagIds.Select(id => account.Tags.Find(record.Kind.Plural, id)?.Copy()));
        foreach (var type in EntityKinds.All.Select(kind => kind.Plural))
        {
            if (record.Kind.EmbeddedAlways.Contains(type) || (with.Contains(type) && record.Kind.With.Contains(type)))
            {
                embedded[type] = type == "contacts" && record.Kind != EntityKinds.Companies
                    ? Contacts(account, record.Ref)
                    : Linked(account, account.Links.Of(record.Ref, type).Select(pair => pair.To));
            }
        }

        if (with.Contains("catalog_elements"))
        {
            embedded["catalog_elements"] = Elements(account, record.Ref);
        }

        if (record.Kind == EntityKinds.Leads)
        {
            AddLeadExtras(account, with, record, embedded);
        }

        return embedded;
    }

    private static void AddLeadExtras(AccountState account, ISet<string> with, EntityRecord record, JsonObject embedded)
    {
        if (with.Contains("loss_reason"))
        {
            var reason = record.Fields.Long("loss_reason_id") is { } id ? account.Pipelines.FindLossReason(id) : null;
            embedded["loss_reason"] = reason is null ? [] : new JsonArray(reason.Copy());
        }

        if (with.Contains("source"))
        {
            embedded["source"] = record.Source?.Copy();
        }
    }

    private static JsonArray Linked(AccountState account, IEnumerable<EntityRef> entities) =>
        JsonReading.Array(entities.Select(entity => new JsonObject { ["id"] = entity.Id, ["_links"] = account.Self(entity.ApiPath) }));

    private static JsonArray Contacts(AccountState account, EntityRef owner) =>
        JsonReading.Array(account.Links.Of(owner, "contacts").Select(pair => new JsonObject
        {
            ["id"] = pair.To.Id,
            ["is_main"] = pair.Link.IsMain,
            ["_links"] = account.Self(pair.To.ApiPath),
        }));

    private static JsonArray Elements(AccountState account, EntityRef owner) =>
        JsonReading.Array(account.Links.Of(owner, "catalog_elements").Select(pair => new JsonObject
        {
            ["id"] = pair.To.Id,
            ["metadata"] = LinkView.ElementMetadata(pair.Link),
            ["_links"] = account.Self($"catalogs/{pair.Link.CatalogId}/elements/{pair.To.Id}"),
        }));
}
