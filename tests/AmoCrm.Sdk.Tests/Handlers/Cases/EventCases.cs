using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class EventCases
{
    private const string Noted = """{"_embedded":{"notes":[{"id":82777,"entity_id":41001,"request_id":"0"}]}}""";

    private const string Tasked = """{"_embedded":{"tasks":[{"id":71005,"request_id":"0"}]}}""";

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_create_event",
            Call = static async amo => await amo.Events.CreateAsync(new()
            {
                Type = EventKind.IncomingCall,
                EntityType = EntityType.Contacts,
                EntityId = 41001,
                Phone = "+74951234567",
                Duration = 61,
                Source = "АТС Верба",
                Link = "https://pbx.example/1.mp3",
                CreatedBy = 8101,
            }),
            Arguments = """
                {"type":"incoming_call","entity_type":"contact","entity_id":41001,"phone":"+74951234567","duration":61,"source":"АТС Верба","link":"https://pbx.example/1.mp3","created_by":8101}
                """,
            Exchanges =
            [
                new("POST /api/v4/contacts/41001/notes")
                {
                    Body = """[{"note_type":"call_in","params":{"phone":"+74951234567","duration":61,"source":"АТС Верба","link":"https://pbx.example/1.mp3"},"created_by":8101}]""",
                    Answer = Noted,
                },
            ],
            Check = static result => AssertNote(EventRoute.CallNote, result),
            KeepsUnknownMembers = false,
        },
        Note("outgoing_call", """{"phone":"+74951234567"}""", new() { Type = EventKind.OutgoingCall, EntityType = EntityType.Contacts, EntityId = 41001, Phone = "+74951234567" },
            """[{"note_type":"call_out","params":{"phone":"+74951234567","duration":0,"source":"Tests"}}]""", EventRoute.CallNote),
        Note("call", """{"phone":"+74951234567","text":"Договорились"}""", new() { Type = EventKind.Call, EntityType = EntityType.Contacts, EntityId = 41001, Phone = "+74951234567", Text = "Договорились" },
            """[{"note_type":"call_out","params":{"text":"Договорились","phone":"+74951234567","duration":0,"source":"Tests"}}]""", EventRoute.CallNote),
        Note("incoming_sms", """{"phone":"+74951234567","text":"Готово?"}""", new() { Type = EventKind.IncomingSms, EntityType = EntityType.Contacts, EntityId = 41001, Phone = "+74951234567", Text = "Готово?" },
            """[{"note_type":"sms_in","params":{"text":"Готово?","phone":"+74951234567"}}]""", EventRoute.SmsNote),
        Note("outgoing_sms", """{"phone":"+74951234567","text":"Готово"}""", new() { Type = EventKind.OutgoingSms, EntityType = EntityType.Contacts, EntityId = 41001, Phone = "+74951234567", Text = "Готово" },
            """[{"note_type":"sms_out","params":{"text":"Готово","phone":"+74951234567"}}]""", EventRoute.SmsNote),
        Note("note", """{"text":"Зашёл сам"}""", new() { Type = EventKind.Note, EntityType = EntityType.Contacts, EntityId = 41001, Text = "Зашёл сам" },
            """[{"note_type":"common","params":{"text":"Зашёл сам"}}]""", EventRoute.CommonNote),
        Note("common_note_added", """{"value_after":[{"note":{"text":"Зашёл сам"}}]}""",
            new() { Type = EventKind.CommonNoteAdded, EntityType = EntityType.Contacts, EntityId = 41001, ValueAfter = JsonDocument.Parse("""[{"note":{"text":"Зашёл сам"}}]""").RootElement },
            """[{"note_type":"common","params":{"text":"Зашёл сам"}}]""", EventRoute.CommonNote),
        Note("loyalty_points_added", """{"text":"+100 баллов"}""", new() { Type = "loyalty_points_added", EntityType = EntityType.Contacts, EntityId = 41001, Text = "+100 баллов" },
            """[{"note_type":"service_message","params":{"service":"loyalty_points_added","text":"+100 баллов"}}]""", EventRoute.ServiceNote),
        new()
        {
            Name = "amocrm_create_event: meeting, with the entry of the log",
            Call = static async amo => await amo.Events.CreateAsync(new()
            {
                Type = EventKind.Meeting,
                EntityType = EntityType.Leads,
                EntityId = 21001,
                Text = "Показ образцов",
                CompleteTill = AccountTime.FromUnixSeconds(1700060000),
                Fetch = true,
            }),
            Arguments = """{"type":"meeting","entity_type":"leads","entity_id":21001,"text":"Показ образцов","complete_till":1700060000,"fetch":true}""",
            Exchanges =
            [
                new("POST /api/v4/tasks")
                {
                    Body = """[{"text":"Показ образцов","entity_type":"leads","entity_id":21001,"complete_till":1700060000,"task_type_id":2}]""",
                    Answer = Tasked,
                },
                new("GET /api/v4/events?filter[entity][]=task&filter[entity_id][]=71005&filter[type][]=task_added&page=1&limit=10") { Answer = "events-of-a-task.json" },
            ],
            Check = static result =>
            {
                var created = Assert.IsType<CreateEventResult>(result);
                Assert.Equal(EventRoute.Task, created.Via);
                Assert.Equal(71005, created.TaskId);
                Assert.Equal("01hverba0000000000000000a3", created.EventId);
            },
        },
        new()
        {
            // Somebody else's call stands first in the log: the entry that names our note is ours.
            Name = "amocrm_create_event: call, with the entry of the log",
            Call = static async amo => await amo.Events.CreateAsync(new() { Type = EventKind.OutgoingCall, EntityType = EntityType.Contacts, EntityId = 41001, Phone = "+7495", Fetch = true }),
            Arguments = """{"type":"outgoing_call","entity_type":"contacts","entity_id":41001,"phone":"+7495","fetch":true}""",
            Exchanges =
            [
                new("POST /api/v4/contacts/41001/notes") { Body = """[{"note_type":"call_out","params":{"phone":"+7495","duration":0,"source":"Tests"}}]""", Answer = Noted },
                new("GET /api/v4/events?filter[entity][]=contact&filter[entity_id][]=41001&filter[type][]=outgoing_call&page=1&limit=10") { Answer = "events-of-a-call.json" },
            ],
            Check = static result => Assert.Equal("01hverba0000000000000000a2", Assert.IsType<CreateEventResult>(result).EventId),
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_create_event: the log does not show it yet",
            Call = static async amo => await amo.Events.CreateAsync(new() { Type = EventKind.Note, EntityType = EntityType.Contacts, EntityId = 41001, Text = "Зашёл сам", Fetch = true }),
            Arguments = """{"type":"note","entity_type":"contacts","entity_id":41001,"text":"Зашёл сам","fetch":true}""",
            Exchanges =
            [
                new("POST /api/v4/contacts/41001/notes") { Body = """[{"note_type":"common","params":{"text":"Зашёл сам"}}]""", Answer = Noted },
                new("GET /api/v4/events?filter[entity][]=contact&filter[entity_id][]=41001&filter[type][]=common_note_added&page=1&limit=10") { Status = 204 },
            ],
            Check = static result => Assert.Null(AssertNote(EventRoute.CommonNote, result).Event),
        },
        new()
        {
            Name = "amocrm_get_event",
            Call = static async amo => await amo.Events.GetAsync("01hverba0000000000000000a1", new() { With = [EventInclude.LeadName] }),
            Arguments = """{"event_id":"01hverba0000000000000000a1","with":["lead_name"]}""",
            Exchanges = [new("GET /api/v4/events/01hverba0000000000000000a1?with=lead_name") { Answer = "event.json" }],
            Check = static result =>
            {
                var entry = Assert.IsType<CrmEvent>(result);
                Assert.Equal(EventType.LeadStatusChanged, entry.Type);
                Assert.Equal(EventEntityType.Lead, entry.EntityType);
                Assert.Equal(6103, Assert.Single(entry.ValueAfter!).LeadStatus!.Id);
                Assert.Equal(21001, entry.Entity!.Id);
            },
        },
        new()
        {
            Name = "amocrm_get_event: missing",
            Call = static async amo => await amo.Events.GetAsync("01none"),
            Arguments = """{"event_id":"01none"}""",
            Exchanges = [new("GET /api/v4/events/01none") { Status = 204 }],
            Check = Assert.Null,
        },
        new()
        {
            Name = "amocrm_list_events",
            Call = static async amo => await amo.Events.ListAsync(new()
            {
                With = [EventInclude.ContactName, EventInclude.LeadName],
                Filter = new()
                {
                    CreatedAt = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1700000000), DateTimeOffset.FromUnixTimeSeconds(1700099999)),
                    CreatedBy = [8101],
                    EntityTypes = [EventEntityType.Lead],
                    EntityIds = [21001],
                    Types = [EventType.LeadStatusChanged],
                    ValueBefore = new() { ResponsibleUserIds = [8101, 8102] },
                    ValueAfter = new() { LeadStatuses = [new() { PipelineId = 6100, StatusId = 6103 }] },
                },
            }),
            Arguments = """
                {"with":["contact_name","lead_name"],"filter":{"created_at":{"from":1700000000,"to":1700099999},"created_by":[8101],"entity":["lead"],"entity_id":[21001],
                 "type":["lead_status_changed"],"value_before":{"responsible_user_id":[8101,8102]},"value_after":{"leads_statuses":[{"pipeline_id":6100,"status_id":6103}]}}}
                """,
            Exchanges =
            [
                new("GET /api/v4/events?with=contact_name,lead_name&filter[created_at][from]=1700000000&filter[created_at][to]=1700099999&filter[created_by][]=8101"
                    + "&filter[entity][]=lead&filter[entity_id][]=21001&filter[type][]=lead_status_changed&filter[value_before][responsible_user_id]=8101,8102"
                    + "&filter[value_after][leads_statuses][0][pipeline_id]=6100&filter[value_after][leads_statuses][0][status_id]=6103&page=1&limit=100") { Answer = "events.json" },
            ],
            Check = static result =>
            {
                var page = Assert.IsType<Page<CrmEvent>>(result);
                Assert.Equal(100, page.Limit);
                Assert.Equal(82777, Assert.Single(page.Items[1].ValueAfter!).Note!.Id);
                Assert.Empty(page.Items[1].ValueBefore!);
            },
        },
    ];

    private static HandlerCase Note(string type, string arguments, CreateEventRequest request, string body, EventRoute via) => new()
    {
        Name = $"amocrm_create_event: {type}",
        Call = async amo => await amo.Events.CreateAsync(request),
        Arguments = arguments.Insert(1, $"\"type\":\"{type}\",\"entity_type\":\"contacts\",\"entity_id\":41001,"),
        Exchanges = [new("POST /api/v4/contacts/41001/notes") { Body = body, Answer = Noted }],
        Check = result => AssertNote(via, result),
        KeepsUnknownMembers = false,
    };

    private static CreateEventResult AssertNote(EventRoute via, object? result)
    {
        var created = Assert.IsType<CreateEventResult>(result);
        Assert.Equal(via, created.Via);
        Assert.Equal(82777, created.NoteId);
        Assert.Null(created.TaskId);
        return created;
    }
}
