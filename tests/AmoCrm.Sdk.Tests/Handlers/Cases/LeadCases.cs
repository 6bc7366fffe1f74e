namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class LeadCases
{
    private const string Written = """{"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/leads"}},"_embedded":{"leads":[{"id":21050,"request_id":"0","_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/leads/21050"}}}]}}""";

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_find_lead",
            Call = static async amo => await amo.Leads.FindAsync("зал", new() { With = [LeadInclude.Contacts] }),
            Arguments = """{"query":"зал","with":["contacts"]}""",
            Exchanges = [new("GET /api/v4/leads?query=зал&with=contacts&page=1&limit=250") { Answer = "leads.json" }],
            Check = static result =>
            {
                var found = Assert.IsType<FindLeadResult>(result);
                Assert.Equal(21001, found.Lead!.Id);
                Assert.Equal(2, found.Count);
                Assert.Equal([21001, 21002], found.Leads.Select(static lead => lead.Id));
            },
        },
        new()
        {
            Name = "amocrm_find_lead: by name",
            Call = static async amo => await amo.Leads.FindAsync("ЧИТАЛЬНОГО", new() { Match = LeadMatch.Name }),
            Arguments = """{"query":"ЧИТАЛЬНОГО","match":"name"}""",
            Exchanges = [new("GET /api/v4/leads?query=ЧИТАЛЬНОГО&page=1&limit=250") { Answer = "leads.json" }],
            Check = static result =>
            {
                var found = Assert.IsType<FindLeadResult>(result);
                Assert.Equal(21002, found.Lead!.Id);
                Assert.Equal(1, found.Count);
            },
        },
        new()
        {
            Name = "amocrm_find_lead: nothing",
            Call = static async amo => await amo.Leads.FindAsync("нет такой"),
            Arguments = """{"query":"нет такой"}""",
            Exchanges = [new("GET /api/v4/leads?query=нет такой&page=1&limit=250") { Status = 204 }],
            Check = static result => Assert.False(Assert.IsType<FindLeadResult>(result).Found),
        },
        new()
        {
            Name = "amocrm_create_lead",
            Call = static async amo => await amo.Leads.CreateAsync(new()
            {
                Name = "Стеллажи для библиотеки",
                Price = 184000,
                ContactId = 41001,
                CompanyId = 31001,
                PipelineId = 6100,
                StatusId = 6102,
                ResponsibleUserId = 8101,
                CustomFields = new() { [601] = 42.5m, ["COVER"] = CustomFieldInputValue.EnumId(6022) },
                Tags = ["срочно"],
                Source = new() { ExternalId = "site-1", Type = "widget" },
                VisitorUid = "5692210d-58d0-468c-acb2-dce7f93eef87",
                UpdatedBy = 0,
            }),
            Arguments = """
                {"name":"Стеллажи для библиотеки","price":184000,"contact_id":41001,"company_id":31001,"pipeline_id":6100,"status_id":6102,"responsible_user_id":8101,
                 "custom_fields":{"601":42.5,"COVER":{"enum_id":6022}},"tags":["срочно"],"source":{"external_id":"site-1","type":"widget"},
                 "visitor_uid":"5692210d-58d0-468c-acb2-dce7f93eef87","updated_by":0}
                """,
            Exchanges =
            [
                new("POST /api/v4/leads")
                {
                    Body = """
                        [{"name":"Стеллажи для библиотеки","price":184000,"pipeline_id":6100,"status_id":6102,"responsible_user_id":8101,
                          "custom_fields_values":[{"field_id":601,"values":[{"value":42.5}]},{"field_code":"COVER","values":[{"enum_id":6022}]}],
                          "visitor_uid":"5692210d-58d0-468c-acb2-dce7f93eef87","updated_by":0,
                          "_embedded":{"contacts":[{"id":41001}],"companies":[{"id":31001}],"tags":[{"name":"срочно"}],"source":{"external_id":"site-1","type":"widget"}}}]
                        """,
                    Answer = Written,
                },
            ],
            Check = static result => Assert.Equal(21050, Assert.IsType<CreateLeadResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_create_lead: read back",
            Call = static async amo => await amo.Leads.CreateAsync(new() { Name = "Стеллажи", Fetch = true }),
            Arguments = """{"name":"Стеллажи","fetch":true}""",
            Exchanges =
            [
                new("POST /api/v4/leads") { Body = """[{"name":"Стеллажи"}]""", Answer = Written },
                new("GET /api/v4/leads/21050") { Answer = "lead.json" },
            ],
            Check = static result =>
            {
                var created = Assert.IsType<CreateLeadResult>(result);
                Assert.Equal("Стеллажи для библиотеки", created.Lead!.Name);
                Assert.Null(created.FetchError);
            },
        },
        new()
        {
            // The lead is there: that it could not be read must not look like a failure of the creation.
            Name = "amocrm_create_lead: the read back fails",
            Call = static async amo => await amo.Leads.CreateAsync(new() { Name = "Стеллажи", Fetch = true }),
            Arguments = """{"name":"Стеллажи","fetch":true}""",
            Exchanges =
            [
                new("POST /api/v4/leads") { Body = """[{"name":"Стеллажи"}]""", Answer = Written },
                new("GET /api/v4/leads/21050") { Status = 500, Answer = """{"title":"Internal Server Error","status":500}""" },
            ],
            Check = static result =>
            {
                var created = Assert.IsType<CreateLeadResult>(result);
                Assert.Equal(21050, created.Id);
                Assert.Null(created.Lead);
                Assert.IsType<AmoCrmServerException>(created.FetchError);
            },
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_get_lead",
            Call = static async amo => await amo.Leads.GetAsync(21001, new() { With = [LeadInclude.Contacts, LeadInclude.CatalogElements, LeadInclude.LossReason, LeadInclude.Source] }),
            Arguments = """{"lead_id":21001,"with":["contacts","catalog_elements","loss_reason","source"]}""",
            Exchanges = [new("GET /api/v4/leads/21001?with=contacts,catalog_elements,loss_reason,source") { Answer = "lead.json" }],
            Check = static result =>
            {
                var lead = Assert.IsType<Lead>(result);
                Assert.Equal(184000, lead.Price);
                Assert.Equal(42.5m, lead.CustomFields!.GetNumber("Площадь"));
                Assert.Equal([(41001, true), (41002, false)], lead.Contacts!.Select(static contact => (contact.Id, contact.IsMain!.Value)));
                Assert.Equal(2.5m, Assert.Single(lead.CatalogElements!).Metadata!.Quantity);
                Assert.Equal("Дорого", Assert.Single(lead.LossReasons!).Name);
                Assert.Equal("Сайт", lead.Source!.Name);
                Assert.Equal(TagColor.Red, Assert.Single(lead.Tags!).Color);
            },
        },
        new()
        {
            Name = "amocrm_get_lead: missing",
            Call = static async amo => await amo.Leads.GetAsync(404404),
            Arguments = """{"lead_id":404404}""",
            Exchanges = [new("GET /api/v4/leads/404404") { Status = 204 }],
            Check = Assert.Null,
        },
        new()
        {
            Name = "amocrm_list_leads",
            Call = static async amo => await amo.Leads.ListAsync(new()
            {
                With = [LeadInclude.OnlyDeleted],
                Filter = new()
                {
                    Price = new NumberRange(1000, 200000),
                    Statuses = [new() { PipelineId = 6100, StatusId = 6102 }, new() { PipelineId = 6100, StatusId = 142 }],
                    PipelineIds = [6100],
                    CreatedAt = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1700000000)),
                    ClosedAt = new DateTimeRange(null, DateTimeOffset.FromUnixTimeSeconds(1800000000)),
                },
                Order = new() { CreatedAt = SortDirection.Descending },
            }),
            Arguments = """
                {"with":["only_deleted"],"filter":{"price":{"from":1000,"to":200000},"statuses":[{"pipeline_id":6100,"status_id":6102},{"pipeline_id":6100,"status_id":142}],
                 "pipeline_id":[6100],"created_at":{"from":1700000000},"closed_at":{"to":1800000000}},"order":{"created_at":"desc"}}
                """,
            Exchanges =
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("GET /api/v4/leads?with=only_deleted&filter[price][from]=1000&filter[price][to]=200000"
                    + "&filter[statuses][0][pipeline_id]=6100&filter[statuses][0][status_id]=6102&filter[statuses][1][pipeline_id]=6100&filter[statuses][1][status_id]=142"
                    + "&filter[pipeline_id][]=6100&filter[created_at][from]=1700000000&filter[closed_at][to]=1800000000&order[created_at]=desc&page=1&limit=250") { Answer = "leads.json" },
            ],
            Check = static result =>
            {
                var page = Assert.IsType<Page<Lead>>(result);
                Assert.Equal([21001, 21002], page.Items.Select(static lead => lead.Id));
                Assert.False(page.HasMore);
            },
        },
        new()
        {
            // As the older engine wrote filters: the names of the query.
            Name = "amocrm_list_leads: legacy filter keys",
            Call = static async amo => await amo.Leads.ListAsync(new()
            {
                Filter = new()
                {
                    Ids = [21001, 21002],
                    Statuses = [new() { PipelineId = 6100, StatusId = 142 }],
                    UpdatedAt = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1700000000)),
                },
            }),
            Arguments = """{"filter[id][]":[21001,21002],"filter[statuses][0][pipeline_id]":6100,"filter[statuses][0][status_id]":"142","filter[updated_at][from]":1700000000}""",
            Exchanges =
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("GET /api/v4/leads?filter[id][]=21001&filter[id][]=21002&filter[statuses][0][pipeline_id]=6100&filter[statuses][0][status_id]=142"
                    + "&filter[updated_at][from]=1700000000&page=1&limit=250") { Answer = "leads.json" },
            ],
            Check = static result => Assert.Equal(2, Assert.IsType<Page<Lead>>(result).Items.Count),
        },
        new()
        {
            Name = "amocrm_list_leads: unfiltered on purpose",
            Call = static async amo => await amo.Leads.ListAsync(new() { Filter = new() { Ids = [21001] }, AllowUnfiltered = true }),
            Arguments = """{"filter":{"id":21001},"allow_unfiltered":true}""",
            Exchanges = [new("GET /api/v4/leads?filter[id][]=21001&page=1&limit=250") { Answer = "leads.json" }],
            Check = static result => Assert.Equal(2, Assert.IsType<Page<Lead>>(result).Items.Count),
        },
        new()
        {
            Name = "amocrm_update_lead",
            Call = static async amo => await amo.Leads.UpdateAsync(21001, new()
            {
                Price = null,
                PipelineId = 6100,
                StatusId = 143,
                LossReasonId = 801,
                ClosedAt = DateTimeOffset.FromUnixTimeSeconds(1700005000),
                CustomFields = new() { [601] = null },
                Tags = ["опт", 62],
            }),
            Arguments = """
                {"lead_id":21001,"price":null,"pipeline_id":6100,"status_id":143,"loss_reason_id":801,"closed_at":1700005000,"custom_fields":{"601":null},"tags":["опт",62]}
                """,
            Exchanges =
            [
                new("PATCH /api/v4/leads/21001")
                {
                    Body = """
                        {"price":null,"pipeline_id":6100,"status_id":143,"loss_reason_id":801,"closed_at":1700005000,
                         "custom_fields_values":[{"field_id":601,"values":null}],"_embedded":{"tags":[{"name":"опт"},{"id":62}]}}
                        """,
                    Answer = """{"id":21001,"updated_at":1700005001,"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/leads/21001"}}}""",
                },
            ],
            Check = static result => Assert.Equal(1700005001, Assert.IsType<UpdateLeadResult>(result).UpdatedAt!.Value.ToUnixTimeSeconds()),
        },
        new()
        {
            Name = "amocrm_update_lead: read back",
            Call = static async amo => await amo.Leads.UpdateAsync(21001, new() { Name = "Стеллажи", Fetch = true }),
            Arguments = """{"lead_id":21001,"name":"Стеллажи","fetch":true}""",
            Exchanges =
            [
                new("PATCH /api/v4/leads/21001") { Body = """{"name":"Стеллажи"}""", Answer = """{"id":21001,"updated_at":1700005001}""" },
                new("GET /api/v4/leads/21001") { Answer = "lead.json" },
            ],
            Check = static result => Assert.Equal(21001, Assert.IsType<UpdateLeadResult>(result).Lead!.Id),
        },
        new()
        {
            Name = "amocrm_update_leads",
            Call = static async amo => await amo.Leads.UpdateManyAsync([new(21001, new() { StatusId = 142, PipelineId = 6100 }), new(21002, new() { Price = 50000, Tags = null })]),
            Arguments = """{"items":[{"lead_id":21001,"status_id":142,"pipeline_id":6100},{"lead_id":21002,"price":50000,"tags":null}]}""",
            Exchanges =
            [
                new("PATCH /api/v4/leads")
                {
                    Body = """[{"id":21001,"pipeline_id":6100,"status_id":142},{"id":21002,"price":50000,"_embedded":{"tags":null}}]""",
                    Answer = """{"_embedded":{"leads":[{"id":21002,"updated_at":1700005002},{"id":21001,"updated_at":1700005001}]}}""",
                },
            ],
            Check = static result => Assert.Equal(
                [21001, 21002], Assert.IsAssignableFrom<IReadOnlyList<UpdateLeadResult>>(result).Select(static item => item.Id)),
        },
    ];
}
