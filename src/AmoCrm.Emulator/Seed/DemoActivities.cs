using AmoCrm.Emulator.Notes;
using AmoCrm.Emulator.Tasks;

namespace AmoCrm.Emulator.Seed;

/// <summary>The demo account's tasks and notes: 14001 and 15001 and on.</summary>
internal static class DemoActivities
{
    private const string Tasks =
        """
        [
          { "text": "Позвонить и согласовать замер", "complete_till": 1798750800, "entity_id": 12001, "entity_type": "leads", "task_type_id": 1, "created_at": 1720598400, "updated_at": 1720598400 },
          { "text": "Встреча в салоне", "complete_till": 1798837200, "entity_id": 10003, "entity_type": "contacts", "task_type_id": 2, "responsible_user_id": 8001002,
            "duration": 3600, "created_at": 1720684800, "updated_at": 1720684800 },
          { "text": "Подтвердить доставку", "complete_till": 1720190000, "entity_id": 12003, "entity_type": "leads", "task_type_id": 1, "is_completed": true,
            "result": { "text": "Доставили вечером" }, "created_at": 1720080000, "updated_at": 1720166400 }
        ]
        """;

    public static void Fill(AccountState account)
    {
        var request = SeedRequest.Of(account, EmulatorDemo.AdminId);
        var tasks = SeedRequest.Items(Tasks);
        BatchValidation.Check(request, tasks, TaskShapes.Create, (item, errors) => TaskRules.Check(account, item, errors));
        foreach (var task in tasks)
        {
            TaskWriter.Create(request, task);
        }

        AddNote(request, new EntityRef("leads", 12_001), "common", """{ "text": "Просили посчитать вариант из массива" }""");
        AddNote(request, new EntityRef("contacts", 10_001), "call_in",
            """{ "uniq": "demo-call-1", "duration": 95, "source": "Телефония Верба", "link": "https://example.com/calls/1.mp3", "phone": "+79000000001" }""");
        AddNote(request, new EntityRef("leads", 12_002), "call_out",
            """{ "uniq": "demo-call-2", "duration": 40, "source": "Телефония Верба", "link": "https://example.com/calls/2.mp3", "phone": "+79000000003" }""");
        AddNote(request, new EntityRef("contacts", 10_003), "sms_in", """{ "text": "Буду в салоне в шесть", "phone": "+79000000003" }""");
    }

    private static void AddNote(EmulatorRequest request, EntityRef entity, string type, string parameters) =>
        NoteWriter.Create(request, entity, type, (JsonObject)JsonNode.Parse(parameters)!, new JsonObject { ["created_at"] = 1_720_771_200, ["updated_at"] = 1_720_771_200 });
}
