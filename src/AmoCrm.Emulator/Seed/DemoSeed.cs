using AmoCrm.Emulator.Pipelines;
using AmoCrm.Emulator.Users;

namespace AmoCrm.Emulator.Seed;

/// <summary>The demo account: a furniture shop with customers, leads, tasks and a price list.</summary>
internal static class DemoSeed
{
    public static void Fill(AccountState account)
    {
        AddTeam(account);
        AddSecondPipeline(account);
        DemoFields.Fill(account);
        DemoCatalogs.Fill(account);
        DemoTags.Fill(account);
        DemoEntities.Fill(account);
        DemoActivities.Fill(account);
    }

    private static void AddTeam(AccountState account)
    {
        account.Users.Groups.Add(new JsonObject { ["id"] = 267_001, ["name"] = "Выездные менеджеры", ["uuid"] = null });
        var role = account.Ids.Next("roles");
        account.Users.Roles.Add(UserTemplate.Role(role, "Менеджер", StatusRights()));
        AddManager(account, "Игорь Лебедев", "igor.lebedev@example.com", groupId: null, role);
        AddManager(account, "Мария Кузнецова", "maria.kuznetsova@example.com", groupId: 267_001, role);
    }

    private static void AddManager(AccountState account, string name, string email, long? groupId, long role) =>
        account.Users.Users.Add(UserTemplate.User(account.Ids.Next("users"), name, email, isAdmin: false, groupId, role, StatusRights()));

    private static JsonArray StatusRights() =>
    [
        new JsonObject
        {
            ["entity_type"] = "leads",
            ["pipeline_id"] = EmulatorDemo.PipelineId,
            ["status_id"] = 700_104,
            ["rights"] = new JsonObject { ["view"] = "A", ["edit"] = "A", ["delete"] = "D" },
        },
    ];

    private static void AddSecondPipeline(AccountState account)
    {
        var id = account.Ids.Next("pipelines");
        PipelineWriter.Create(account, id, "Повторные продажи", sort: 2, isMain: false, isUnsortedOn: true);
        PipelineWriter.AddSystemStatuses(account, id, account.Ids.Take("statuses", 700_200));
        PipelineWriter.AddStatus(account, id, account.Ids.Take("statuses", 700_201), "Новая заявка", sort: 20, "#d6eaff");
        PipelineWriter.AddStatus(account, id, account.Ids.Take("statuses", 700_202), "Предложение", sort: 30, "#fffeb2");
    }
}
