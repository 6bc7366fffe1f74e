namespace AmoCrm.Emulator.Tasks;

/// <summary>What shapes can not say about tasks.</summary>
internal static class TaskRules
{
    public static void Check(AccountState account, JsonObject item, List<FieldError> errors)
    {
        foreach (var name in new[] { "responsible_user_id", "created_by", "updated_by" })
        {
            var isRobot = name != "responsible_user_id" && item.Long(name) == 0;
            if (item.Long(name) is { } id && !isRobot && account.Users.Find(id) is null)
            {
                errors.Add(FieldError.NotSupportedChoice(name));
            }
        }

        if (item.Long("task_type_id") is { } type && !account.Users.HasTaskType(type))
        {
            errors.Add(FieldError.NotSupportedChoice("task_type_id"));
        }

        if (item.Long("entity_id") is { } entityId)
        {
            CheckEntity(account, item.Text("entity_type"), entityId, errors);
        }
    }

    private static void CheckEntity(AccountState account, string? type, long id, List<FieldError> errors)
    {
        if (type is null)
        {
            errors.Add(FieldError.Missing("entity_type"));
        }
        else if (account.Entities.Find(type, id) is null)
        {
            errors.Add(FieldError.NotSupportedChoice("entity_id"));
        }
    }
}
