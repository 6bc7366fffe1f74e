namespace AmoCrm.Emulator.Entities;

/// <summary>Applies checked bodies to main entities, and logs what changed.</summary>
internal static class EntityWriter
{
    public static EntityRecord Create(EmulatorRequest request, EntityKind kind, JsonObject item)
    {
        var account = request.Account;
        var id = account.Ids.Next(kind.Plural);
        var record = new EntityRecord(kind, id, kind.Template());
        var fields = record.Fields;
        fields["id"] = id;
        fields["account_id"] = account.Id;
        fields["responsible_user_id"] = request.UserId;
        fields["created_by"] = request.UserId;
        fields["updated_by"] = item["created_by"]?.DeepClone() ?? request.UserId;
        fields["created_at"] = request.Now;
        fields["updated_at"] = request.Now;
        if (kind == EntityKinds.Leads)
        {
            PlaceLead(request, record, LeadStage.Resolve(account, item, record: null)!);
            record.Source = new JsonObject { ["id"] = EmulatorDemo.ApiSourceId, ["name"] = "API" };
        }

        CopyPlain(kind, fields, item);
        NameContact(kind, fields, item);
        fields["group_id"] = account.Users.GroupOf(fields.Long("responsible_user_id")!.Value);
        account.Entities.Add(record);
        account.Events.AddNote(kind.Singular + "_added", record.Ref, request.UserId, account.Ids.Next("system_notes"));
        EntityAttachments.Apply(request, record, item, isNew: true);
        return record;
    }

    public static void Update(EmulatorRequest request, EntityRecord record, JsonObject item)
    {
        var before = record.Fields.Copy();
        var fields = record.Fields;
        if (record.Kind == EntityKinds.Leads && (item.Has("pipeline_id") || item.Has("status_id")))
        {
            PlaceLead(request, record, LeadStage.Resolve(request.Account, item, record)!);
        }

        fields["updated_by"] = request.UserId;
        fields["updated_at"] = request.Now;
        CopyPlain(record.Kind, fields, item);
        NameContact(record.Kind, fields, item);
        fields["group_id"] = request.Account.Users.GroupOf(fields.Long("responsible_user_id")!.Value);
        EntityEvents.LogChanges(request, record, before);
        EntityAttachments.Apply(request, record, item, isNew: false);
    }

    private static void CopyPlain(EntityKind kind, JsonObject fields, JsonObject item)
    {
        foreach (var name in kind.Plain.Where(item.Has))
        {
            fields[name] = item[name]?.DeepClone();
        }
    }

    /// <summary>A contact is shown by its name; where only the parts are given, they make it.</summary>
    private static void NameContact(EntityKind kind, JsonObject fields, JsonObject item)
    {
        if (kind == EntityKinds.Contacts && !item.Has("name") && (item.Has("first_name") || item.Has("last_name")))
        {
            fields["name"] = $"{fields.Text("first_name")} {fields.Text("last_name")}".Trim();
        }
    }

    private static void PlaceLead(EmulatorRequest request, EntityRecord record, LeadStage stage)
    {
        var wasFinal = record.Fields.Long("status_id") is LeadStage.Won or LeadStage.Lost;
        record.Fields["pipeline_id"] = stage.PipelineId;
        record.Fields["status_id"] = stage.StatusId;
        if (stage.IsFinal != wasFinal)
        {
            record.Fields["closed_at"] = stage.IsFinal ? request.Now : null;
        }
    }
}
