using AmoCrm.Emulator.Pipelines;
using AmoCrm.Emulator.Users;
using AmoCrm.Emulator.Widgets;

namespace AmoCrm.Emulator.Seed;

/// <summary>What every account has from the start: an administrator, a pipeline, predefined fields, public widgets.</summary>
internal static class AccountSeed
{
    private static readonly string[] PhoneLabels = ["WORK", "WORKDD", "MOB", "FAX", "HOME", "OTHER"];
    private static readonly string[] EmailLabels = ["WORK", "PRIV", "OTHER"];

    public static void Fill(AccountState account, bool withDemoData)
    {
        AddUsers(account);
        AddPipeline(account);
        AddFields(account);
        AddWidgets(account);
        if (withDemoData)
        {
            DemoSeed.Fill(account);
        }
    }

    private static void AddUsers(AccountState account)
    {
        account.Users.Groups.Add(new JsonObject { ["id"] = 0, ["name"] = "Отдел продаж", ["uuid"] = null });
        account.Users.TaskTypes.Add(TaskType(1, "Связаться", "FOLLOW_UP"));
        account.Users.TaskTypes.Add(TaskType(2, "Встреча", "MEETING"));
        var id = account.Ids.Take("users", EmulatorDemo.AdminId);
        account.Users.Users.Add(UserTemplate.User(id, "Анна Соколова", "anna.sokolova@example.com", isAdmin: true));
    }

    private static JsonObject TaskType(long id, string name, string code) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["color"] = null,
        ["icon_id"] = null,
        ["code"] = code,
    };

    private static void AddPipeline(AccountState account)
    {
        var id = account.Ids.Take("pipelines", EmulatorDemo.PipelineId);
        PipelineWriter.Create(account, id, account.IsRussian ? "Продажи" : "Sales", sort: 1, isMain: true, isUnsortedOn: true);
        PipelineWriter.AddSystemStatuses(account, id, unsortedId: 700_100);
        string[] names = account.IsRussian ? ["Первичный контакт", "Замер", "Договор", "Оплата"] : ["Initial contact", "Discussions", "Contract", "Payment"];
        string[] colors = ["#99ccff", "#ffeab2", "#ffdc7f", "#87f2c0"];
        for (var index = 0; index < names.Length; index++)
        {
            PipelineWriter.AddStatus(account, id, account.Ids.Next("statuses"), names[index], sort: 20 + (index * 10), colors[index]);
        }

        account.Pipelines.LossReasons.Add(LossReason(account, "Слишком дорого"));
        account.Pipelines.LossReasons.Add(LossReason(account, "Выбрали другого"));
    }

    private static JsonObject LossReason(AccountState account, string name)
    {
        var id = account.Ids.Next("loss_reasons");
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["sort"] = (id - 21_000) * 10,
            ["created_at"] = EmulatorDemo.CreatedAt,
            ["updated_at"] = EmulatorDemo.CreatedAt,
            ["_links"] = account.Self($"leads/loss_reasons/{id}"),
        };
    }

    private static void AddFields(AccountState account)
    {
        account.Fields.Add("contacts", 5001, "text", "Должность", "POSITION", isPredefined: true);
        AddLabelled(account, "contacts", 5002, "Телефон", "PHONE", PhoneLabels, firstEnum: 5101);
        AddLabelled(account, "contacts", 5003, "Email", "EMAIL", EmailLabels, firstEnum: 5111);
        AddLabelled(account, "companies", 5011, "Телефон", "PHONE", PhoneLabels, firstEnum: 5121);
        AddLabelled(account, "companies", 5012, "Email", "EMAIL", EmailLabels, firstEnum: 5131);
        account.Fields.Add("companies", 5013, "url", "Web", "WEB", isPredefined: true);
        account.Fields.Add("companies", 5014, "textarea", "Адрес", "ADDRESS", isPredefined: true);
    }

    private static void AddLabelled(AccountState account, string scope, long id, string name, string code, string[] labels, long firstEnum)
    {
        var field = account.Fields.Add(scope, id, "multitext", name, code, isPredefined: true);
        for (var index = 0; index < labels.Length; index++)
        {
            account.Fields.AddEnum(field, labels[index], code: null, firstEnum + index);
        }
    }

    private static void AddWidgets(AccountState account)
    {
        WidgetTemplate.Add(
            account,
            account.Ids.Next("widgets"),
            EmulatorDemo.WidgetCode,
            JsonValue.Create("4,6"),
            ("login", "Логин", "text", true),
            ("password", "Пароль", "pass", true),
            ("phones", "Внутренние номера", "users", true),
            ("script_path", "Адрес сервера", "text", true));
        WidgetTemplate.Add(account, account.Ids.Next("widgets"), "demo_files", JsonValue.Create("3,9"), ("conf", "Настройки", "custom", false));
        account.Widgets.Install(account.Widgets.All[1], []);
    }
}
