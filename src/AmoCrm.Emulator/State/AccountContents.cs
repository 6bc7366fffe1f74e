using AmoCrm.Emulator.Seed;

namespace AmoCrm.Emulator.State;

/// <summary>What a test sees of an account and puts into it without requests. The caller holds the account's gate.</summary>
internal static class AccountContents
{
    /// <exception cref="ArgumentException">No such type.</exception>
    public static IReadOnlyList<EmulatorEntity> Read(AccountState account, string entityType) =>
        entityType == "tasks"
            ? account.Tasks.All.Select(task => new EmulatorEntity(task.Long("id")!.Value, task.Text("text"))).ToList()
            : account.Entities.Of(Kind(entityType, "leads, contacts, companies, customers, tasks").Plural)
                .Select(record => new EmulatorEntity(record.Id, record.Fields.Text("name"))).ToList();

    /// <exception cref="ArgumentException">No such type.</exception>
    public static IReadOnlyList<long> Add(AccountState account, string entityType, int count, Func<int, string> name)
    {
        var kind = Kind(entityType, "leads, contacts, companies, customers");
        var request = SeedRequest.Of(account, account.Users.Admin.Long("id")!.Value);
        var ids = new List<long>(count);
        for (var index = 0; index < count; index++)
        {
            var item = new JsonObject { ["name"] = name(index) };
            if (kind == EntityKinds.Contacts)
            {
                item[FieldValueReader.Root] = new JsonArray(Phone(account.Entities.Count(kind.Plural)));
            }

            ids.Add(EntityWriter.Create(request, kind, item).Id);
        }

        return ids;
    }

    private static JsonObject Phone(int number) => new()
    {
        ["field_code"] = "PHONE",
        ["values"] = new JsonArray(new JsonObject { ["value"] = $"+79{number:d9}", ["enum_code"] = "WORK" }),
    };

    private static EntityKind Kind(string entityType, string allowed) =>
        EntityKinds.All.FirstOrDefault(kind => kind.Plural == entityType)
        ?? throw new ArgumentException($"'{entityType}' is none of {allowed}.", nameof(entityType));
}
