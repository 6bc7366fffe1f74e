namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class CallCases
{
    private const string Types = "filter[note_type][]=call_in&filter[note_type][]=call_out";

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_create_call",
            Call = static async amo => await amo.Calls.CreateAsync(new()
            {
                Phone = "+74951234567",
                Direction = CallDirection.Inbound,
                Duration = 61,
                Source = "АТС Верба",
                Uniq = "pbx-9",
                Link = "https://pbx.example/9.mp3",
                CallResult = "Договорились",
                CallStatus = CallStatus.Talked,
                CallResponsible = "Ольга Громова",
                ResponsibleUserId = 8101,
                CreatedBy = 8101,
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1700010000),
            }),
            Arguments = """
                {"phone":"+74951234567","direction":"inbound","duration":61,"source":"АТС Верба","uniq":"pbx-9","link":"https://pbx.example/9.mp3","call_result":"Договорились",
                 "call_status":4,"call_responsible":"Ольга Громова","responsible_user_id":8101,"created_by":8101,"created_at":1700010000}
                """,
            Exchanges =
            [
                new("POST /api/v4/calls")
                {
                    Body = """
                        [{"phone":"+74951234567","direction":"inbound","duration":61,"source":"АТС Верба","uniq":"pbx-9","link":"https://pbx.example/9.mp3","call_result":"Договорились",
                          "call_status":4,"call_responsible":"Ольга Громова","responsible_user_id":8101,"created_by":8101,"created_at":1700010000}]
                        """,
                    Answer = """
                        {"_total_items":1,"errors":[],"_embedded":{"calls":[{"id":82005,"entity_id":21001,"entity_type":"lead","account_id":7100,"request_id":"0",
                         "_embedded":{"entity":{"id":21001,"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/leads/21001"}}}}}]}}
                        """,
                },
            ],
            Check = static result =>
            {
                var created = Assert.IsType<CreateCallResult>(result);
                Assert.Equal(82005, created.CallId);
                Assert.Equal(CallRoute.Calls, created.Via);
                Assert.Equal((EntityType.Leads, 21001), (created.EntityType, created.EntityId));
                Assert.Equal(21001, created.Call.Entity!.Id);
            },
        },
        new()
        {
            // What amoCRM wants and the caller did not say; nothing is sent as null, which amoCRM refuses in calls.
            Name = "amocrm_create_call: defaults",
            Call = static async amo => await amo.Calls.CreateAsync(new() { Phone = "+74951234567" }),
            Arguments = """{"phone":"+74951234567","link":null,"call_result":null,"call_status":null}""",
            Exchanges =
            [
                new("POST /api/v4/calls")
                {
                    Body = """[{"phone":"+74951234567","direction":"outbound","duration":0,"source":"Tests"}]""",
                    Answer = """{"_total_items":1,"errors":[],"_embedded":{"calls":[{"id":82006,"entity_id":41001,"entity_type":"contact","account_id":7100,"request_id":"0"}]}}""",
                },
            ],
            Check = static result => Assert.Equal(EntityType.Contacts, Assert.IsType<CreateCallResult>(result).EntityType),
        },
        new()
        {
            Name = "amocrm_create_call: on an entity",
            Call = static async amo => await amo.Calls.CreateAsync(new() { Phone = "+74951234567", Duration = 15, EntityType = EntityType.Companies, EntityId = 31001 }),
            Arguments = """{"phone":"+74951234567","duration":15,"entity_type":"company","entity_id":31001}""",
            Exchanges =
            [
                new("POST /api/v4/companies/31001/notes")
                {
                    Body = """[{"note_type":"call_out","params":{"phone":"+74951234567","duration":15,"source":"Tests"}}]""",
                    Answer = """{"_embedded":{"notes":[{"id":82007,"entity_id":31001,"request_id":"0"}]}}""",
                },
            ],
            Check = static result =>
            {
                var created = Assert.IsType<CreateCallResult>(result);
                Assert.Equal(82007, created.CallId);
                Assert.Equal(CallRoute.CallNote, created.Via);
                Assert.Equal((EntityType.Companies, 31001), (created.EntityType, created.EntityId));
            },
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_list_calls",
            Call = static async amo => await amo.Calls.ListAsync(new()
            {
                EntityType = EntityType.Leads,
                Filter = new() { EntityIds = [21001], UpdatedAt = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1700000000)) },
                Page = 2,
                Limit = 2,
            }),
            Arguments = """{"entity_type":"lead","filter":{"entity_id":[21001],"updated_at":{"from":1700000000}},"page":2,"limit":2}""",
            Exchanges =
            [
                new($"GET /api/v4/leads/notes?filter[entity_id][]=21001&{Types}&filter[updated_at][from]=1700000000&order[id]=desc&page=2&limit=2") { Answer = "calls-of-leads.json" },
            ],
            Check = static result =>
            {
                var page = Assert.IsType<CallPage>(result);
                Assert.Equal([82004, 82001], page.Items.Select(static call => call.Id));
                Assert.Equal([CallDirection.Outbound, CallDirection.Inbound], page.Items.Select(static call => call.Direction));
                Assert.Equal([61, 35], page.Items.Select(static call => call.Duration));
                Assert.Equal(CallStatus.Talked, page.Items[0].CallStatus);
                Assert.True(page.HasMore);
                Assert.Equal((2, 2, 2), (page.Count, page.Page, page.Limit));
            },
        },
        new()
        {
            Name = "amocrm_list_calls: all four types",
            Call = static async amo => await amo.Calls.ListAsync(new() { Limit = 2 }),
            Arguments = """{"limit":2}""",
            Exchanges =
            [
                new($"GET /api/v4/leads/notes?{Types}&order[id]=desc&page=1&limit=2") { Answer = "calls-of-leads.json" },
                new($"GET /api/v4/contacts/notes?{Types}&order[id]=desc&page=1&limit=2") { Answer = "calls-of-contacts.json" },
                new($"GET /api/v4/companies/notes?{Types}&order[id]=desc&page=1&limit=2") { Answer = "calls-of-companies.json" },
                new($"GET /api/v4/customers/notes?{Types}&order[id]=desc&page=1&limit=2") { Status = 204 },
            ],
            Check = static result =>
            {
                var page = Assert.IsType<CallPage>(result);
                Assert.Equal([82004, 82003, 82002, 82001], page.Items.Select(static call => call.Id));
                Assert.Equal(
                    [(EntityType.Leads, true), (EntityType.Contacts, false), (EntityType.Companies, false), (EntityType.Customers, false)],
                    page.More.Select(static type => (type.EntityType, type.HasMore)));
            },
        },
        new()
        {
            Name = "amocrm_list_calls: incoming, customers refused",
            Call = static async amo => await amo.Calls.ListAsync(new() { Direction = CallDirection.Inbound }),
            Arguments = """{"direction":"inbound"}""",
            Exchanges =
            [
                new("GET /api/v4/leads/notes?filter[note_type][]=call_in&order[id]=desc&page=1&limit=250") { Status = 204 },
                new("GET /api/v4/contacts/notes?filter[note_type][]=call_in&order[id]=desc&page=1&limit=250") { Answer = "calls-of-contacts.json" },
                new("GET /api/v4/companies/notes?filter[note_type][]=call_in&order[id]=desc&page=1&limit=250") { Status = 204 },
                new("GET /api/v4/customers/notes?filter[note_type][]=call_in&order[id]=desc&page=1&limit=250") { Status = 403, Answer = """{"title":"Forbidden","status":403}""" },
            ],
            Check = static result =>
            {
                var page = Assert.IsType<CallPage>(result);
                Assert.Equal(82003, Assert.Single(page.Items).Id);
                Assert.Equal(3, page.More.Count);
            },
        },
    ];
}
