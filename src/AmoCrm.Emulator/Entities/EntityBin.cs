namespace AmoCrm.Emulator.Entities;

/// <summary>Deletes as a person does it in the user interface.</summary>
internal static class EntityBin
{
    public static bool Delete(AccountState account, EntityRef entity, long userId)
    {
        if (entity.Type == "tasks")
        {
            return account.Tasks.Delete(account, entity.Id, userId);
        }

        if (account.Entities.Find(entity) is not { } record)
        {
            return false;
        }

        account.Entities.Bin(record);
        record.Fields["updated_at"] = account.Clock.GetUtcNow().ToUnixTimeSeconds();
        record.Fields["updated_by"] = userId;
        account.Links.RemoveAll(entity);
        account.Events.Add(record.Kind.Singular + "_deleted", entity, userId);
        return true;
    }
}
