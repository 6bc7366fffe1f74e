namespace AmoCrm.Emulator.Entities;

/// <summary>What shapes can not say about the bodies of main entities: references must point at something.</summary>
internal static class EntityRules
{
    public static void Check(AccountState account, EntityKind kind, JsonObject item, EntityRecord? record, List<FieldError> errors)
    {
        CheckUsers(account, item, errors);
        FieldValueReader.Read(account, kind.Plural, item, errors);
        CheckTags(account, kind, item, errors);
        CheckLinks(account, item, "contacts", errors);
        CheckLinks(account, item, "companies", errors);
        if (kind == EntityKinds.Leads)
        {
            CheckLead(account, item, record, errors);
        }
    }

    private static void CheckUsers(AccountState account, JsonObject item, List<FieldError> errors)
    {
        foreach (var name in new[] { "responsible_user_id", "created_by", "updated_by" })
        {
            // 0 is the robot; it may write, but it may not be responsible.
            var isRobot = name != "responsible_user_id" && item.Long(name) == 0;
            if (item.Long(name) is { } id && !isRobot && account.Users.Find(id) is null)
            {
                errors.Add(FieldError.NotSupportedChoice(name));
            }
        }
    }

    private static void CheckLead(AccountState account, JsonObject item, EntityRecord? record, List<FieldError> errors)
    {
        if ((item.Has("pipeline_id") || item.Has("status_id")) && LeadStage.Resolve(account, item, record) is null)
        {
            var pipelineIsKnown = item.Long("pipeline_id") is not { } id || account.Pipelines.Find(id) is not null;
            errors.Add(FieldError.NotSupportedChoice(pipelineIsKnown ? "status_id" : "pipeline_id"));
        }

        if (item.Long("loss_reason_id") is { } reason && account.Pipelines.FindLossReason(reason) is null)
        {
            errors.Add(FieldError.NotSupportedChoice("loss_reason_id"));
        }
    }

    private static void CheckTags(AccountState account, EntityKind kind, JsonObject item, List<FieldError> errors)
    {
        CheckTagList(account, kind, item.Items("tags_to_add"), "tags_to_add", errors);
        CheckTagList(account, kind, item.Child("_embedded").Items("tags"), "_embedded.tags", errors);
    }

    private static void CheckTagList(AccountState account, EntityKind kind, IEnumerable<JsonObject> tags, string path, List<FieldError> errors)
    {
        var index = 0;
        foreach (var tag in tags)
        {
            if (tag.Long("id") is { } id && account.Tags.Find(kind.Plural, id) is null)
            {
                errors.Add(FieldError.NotSupportedChoice($"{path}.{index}.id"));
            }
            else if (!tag.Has("id") && !tag.Has("name"))
            {
                errors.Add(FieldError.Missing($"{path}.{index}.name"));
            }

            index++;
        }
    }

    private static void CheckLinks(AccountState account, JsonObject item, string type, List<FieldError> errors)
    {
        var index = 0;
        foreach (var linked in item.Child("_embedded").Items(type))
        {
            if (account.Entities.Find(type, linked.Long("id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice($"_embedded.{type}.{index}.id"));
            }

            index++;
        }
    }
}
