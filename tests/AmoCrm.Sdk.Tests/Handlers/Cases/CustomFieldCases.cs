using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class CustomFieldCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_custom_fields",
            Call = static async amo => await amo.CustomFields.ListAsync(CustomFieldScope.Leads, new()
            {
                Filter = new() { Types = [CustomFieldType.Numeric, CustomFieldType.Select] },
                Order = new() { Sort = SortDirection.Ascending },
            }),
            Arguments = """{"filter":{"type":["numeric","select"]},"order":{"sort":"asc"}}""",
            Exchanges = [new("GET /api/v4/leads/custom_fields?filter[type][]=numeric&filter[type][]=select&order[sort]=asc&page=1&limit=250") { Answer = "custom-fields-of-leads.json" }],
            Check = static result =>
            {
                // Two fields of seven, and a second page: the counts decide, not the size of the page.
                var page = Assert.IsType<Page<CustomField>>(result);
                Assert.Equal([601, 602], page.Items.Select(static field => field.Id));
                Assert.Equal("lacquer", page.Items[1].Enums![0].Code);
                Assert.Equal((7, 2), (page.TotalItems, page.PageCount));
                Assert.True(page.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_list_custom_fields: of a catalog",
            Call = static async amo => await amo.CustomFields.ListAsync(CustomFieldScope.Catalog(5100), new() { Limit = 50 }),
            Arguments = """{"entity_type":"catalogs/5100","limit":50}""",
            Exchanges = [new("GET /api/v4/catalogs/5100/custom_fields?page=1&limit=50") { Answer = "custom-fields-of-contacts.json" }],
            Check = static result => Assert.False(Assert.IsType<Page<CustomField>>(result).HasMore),
        },
        new()
        {
            Name = "amocrm_create_custom_field",
            Call = static async amo => await amo.CustomFields.CreateAsync(CustomFieldScope.Leads, new()
            {
                Name = "Порода",
                Type = CustomFieldType.Select,
                Sort = 500,
                Code = "WOOD",
                Enums = [new() { Value = "Дуб", Sort = 10 }, "Сосна"],
                IsApiOnly = false,
                RequiredStatuses = [new() { PipelineId = 6100, StatusId = 6102 }],
            }),
            Arguments = """
                {"entity_type":"leads","name":"Порода","type":"select","sort":500,"code":"WOOD","enums":[{"value":"Дуб","sort":10},"Сосна"],"is_api_only":false,
                 "required_statuses":[{"pipeline_id":6100,"status_id":6102}]}
                """,
            Exchanges =
            [
                new("POST /api/v4/leads/custom_fields")
                {
                    Body = """
                        [{"name":"Порода","type":"select","sort":500,"code":"WOOD","enums":[{"value":"Дуб","sort":10},{"value":"Сосна"}],"is_api_only":false,
                          "required_statuses":[{"pipeline_id":6100,"status_id":6102}]}]
                        """,
                    Status = 201,
                    Answer = "custom-field-created.json",
                },
            ],
            Check = static result =>
            {
                var field = Assert.IsType<CustomField>(result);
                Assert.Equal(603, field.Id);
                Assert.Equal([6031, 6032], field.Enums!.Select(static value => value.Id));
                Assert.Equal(6102, Assert.Single(field.RequiredStatuses!).StatusId);
            },
        },
        new()
        {
            Name = "amocrm_create_custom_field: every further member",
            Call = static async amo => await amo.CustomFields.CreateAsync(CustomFieldScope.Catalog(5100), new()
            {
                Name = "Группа",
                Type = CustomFieldType.Category,
                Nested = [new() { Value = "Полки", Sort = 1, RequestId = "a" }, new() { Value = "Дубовые", ParentRequestId = "a" }],
                GroupId = "leads_1",
                IsVisible = true,
                IsRequired = false,
                HiddenStatuses = [new() { PipelineId = 6100, StatusId = 6103 }],
                Remind = BirthdayReminder.Week,
                Currency = "RUB",
                ChainedLists = [new() { Title = "Полка", CatalogId = 5100 }],
                SearchIn = "contacts",
                TrackingCallback = "() => 1",
                Settings = JsonDocument.Parse("""["a"]""").RootElement,
            }),
            Arguments = """
                {"entity_type":"catalogs/5100","name":"Группа","type":"category","nested":[{"value":"Полки","sort":1,"request_id":"a"},{"value":"Дубовые","parent_request_id":"a"}],
                 "group_id":"leads_1","is_visible":true,"is_required":false,"hidden_statuses":[{"pipeline_id":6100,"status_id":6103}],"remind":"week","currency":"RUB",
                 "chained_lists":[{"title":"Полка","catalog_id":5100}],"search_in":"contacts","tracking_callback":"() => 1","settings":["a"]}
                """,
            Exchanges =
            [
                new("POST /api/v4/catalogs/5100/custom_fields")
                {
                    Body = """
                        [{"name":"Группа","type":"category","nested":[{"value":"Полки","sort":1,"request_id":"a"},{"value":"Дубовые","parent_request_id":"a"}],
                          "group_id":"leads_1","is_visible":true,"is_required":false,"hidden_statuses":[{"pipeline_id":6100,"status_id":6103}],"remind":"week","currency":"RUB",
                          "chained_lists":[{"title":"Полка","catalog_id":5100}],"search_in":"contacts","tracking_callback":"() => 1","settings":["a"]}]
                        """,
                    Status = 201,
                    Answer = "custom-field-created.json",
                },
            ],
            Check = static result => Assert.Equal(603, Assert.IsType<CustomField>(result).Id),
        },
        new()
        {
            Name = "amocrm_update_custom_field",
            Call = static async amo => await amo.CustomFields.UpdateAsync(CustomFieldScope.Leads, 602, new()
            {
                Name = "Отделка",
                GroupId = null,
                Enums = [new() { Id = 6021, Value = "Лак матовый" }, "Воск"],
            }),
            Arguments = """{"field_id":602,"name":"Отделка","group_id":null,"enums":[{"id":6021,"value":"Лак матовый"},"Воск"]}""",
            Exchanges =
            [
                new("PATCH /api/v4/leads/custom_fields/602")
                {
                    Body = """{"name":"Отделка","group_id":null,"enums":[{"id":6021,"value":"Лак матовый"},{"value":"Воск"}]}""",
                    Answer = "custom-field-changed.json",
                },
            ],
            Check = static result => Assert.Equal(602, Assert.IsType<CustomField>(result).Id),
        },
        new()
        {
            Name = "amocrm_update_custom_field: only what was assigned",
            Call = static async amo => await amo.CustomFields.UpdateAsync(CustomFieldScope.Contacts, 405, new() { Sort = 7 }),
            Arguments = """{"entity_type":"contacts","field_id":405,"sort":7}""",
            Exchanges =
            [
                // The batch's shape of an answer, with which amoCRM may answer a single change too.
                new("PATCH /api/v4/contacts/custom_fields/405") { Body = """{"sort":7}""", Status = 201, Answer = """{"_total_items":1,"_embedded":{"custom_fields":[{"id":405,"name":"Должность","sort":7}]}}""" },
            ],
            Check = static result => Assert.Equal(7, Assert.IsType<CustomField>(result).Sort),
        },
        new()
        {
            // Values whose ids are not repeated would be deleted, and with them what leads have in the field.
            Name = "amocrm_update_custom_field: one more choice",
            Call = static async amo => await amo.CustomFields.UpdateAsync(CustomFieldScope.Leads, 602, new() { AddEnums = [new() { Value = "Воск", Sort = 30 }], Name = "Отделка" }),
            Arguments = """{"entity_type":"leads","field_id":602,"add_enums":[{"value":"Воск","sort":30}],"name":"Отделка"}""",
            Exchanges =
            [
                new("GET /api/v4/leads/custom_fields/602") { Answer = "custom-field.json" },
                new("PATCH /api/v4/leads/custom_fields/602")
                {
                    Body = """
                        {"name":"Отделка","enums":[{"id":6021,"value":"Лак","sort":10,"code":"lacquer"},{"id":6022,"value":"Масло","sort":20,"code":"oil"},{"value":"Воск","sort":30}]}
                        """,
                    Answer = "custom-field-changed.json",
                },
            ],
            Check = static result => Assert.Equal(["Лак", "Масло", "Воск"], Assert.IsType<CustomField>(result).Enums!.Select(static value => value.Value)),
        },
    ];
}
