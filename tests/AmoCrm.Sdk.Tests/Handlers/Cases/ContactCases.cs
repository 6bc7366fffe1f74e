namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class ContactCases
{
    private const string Written = """{"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/contacts"}},"_embedded":{"contacts":[{"id":41050,"request_id":"0","_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/contacts/41050"}}}]}}""";

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_find_contact",
            Call = static async amo => await amo.Contacts.FindAsync("верба", new() { With = [ContactInclude.Leads, ContactInclude.Customers] }),
            Arguments = """{"query":"верба","with":["leads","customers"]}""",
            Exchanges = [new("GET /api/v4/contacts?query=верба&with=leads,customers&page=1&limit=250") { Answer = "contacts.json" }],
            Check = static result =>
            {
                var found = Assert.IsType<FindContactResult>(result);
                Assert.True(found.Found);
                Assert.Equal(41002, found.Contact!.Id);
                Assert.Equal(2, found.Count);
                Assert.Equal([41002, 41001], found.Contacts.Select(static contact => contact.Id));
            },
        },
        new()
        {
            // The first hit has another phone: only the digits of the second fit, whatever they are written like.
            Name = "amocrm_find_contact: by phone",
            Call = static async amo => await amo.Contacts.FindAsync("+7 495 123 45 67", new() { Match = ContactMatch.Phone }),
            Arguments = """{"query":"+7 495 123 45 67","match":"phone"}""",
            Exchanges = [new("GET /api/v4/contacts?query=4951234567&page=1&limit=250") { Answer = "contacts.json" }],
            Check = static result => AssertOnly(41001, result),
        },
        new()
        {
            Name = "amocrm_find_contact: by e-mail",
            Call = static async amo => await amo.Contacts.FindAsync("ANNA@verba.example", new() { Match = ContactMatch.Email }),
            Arguments = """{"query":"ANNA@verba.example","match":"email"}""",
            Exchanges = [new("GET /api/v4/contacts?query=ANNA@verba.example&page=1&limit=250") { Answer = "contacts.json" }],
            Check = static result => AssertOnly(41001, result),
        },
        new()
        {
            Name = "amocrm_find_contact: by name on the second page",
            Call = static async amo => await amo.Contacts.FindAsync("лебедева", new() { Match = ContactMatch.Name }),
            Arguments = """{"query":"лебедева","match":"name"}""",
            Exchanges =
            [
                new("GET /api/v4/contacts?query=лебедева&page=1&limit=250") { Answer = FullPage.Of("contacts", 42001) },
                new("GET /api/v4/contacts?query=лебедева&page=2&limit=250") { Answer = "contacts-named-anna.json" },
            ],
            Check = static result => AssertOnly(41003, result),
        },
        new()
        {
            Name = "amocrm_find_contact: two pages without a fit are enough",
            Call = static async amo => await amo.Contacts.FindAsync("лебедева", new() { Match = ContactMatch.Name }),
            Arguments = """{"query":"лебедева","match":"name"}""",
            Exchanges =
            [
                new("GET /api/v4/contacts?query=лебедева&page=1&limit=250") { Answer = FullPage.Of("contacts", 42001) },
                new("GET /api/v4/contacts?query=лебедева&page=2&limit=250") { Answer = FullPage.Of("contacts", 42251, number: 2) },
            ],
            Check = AssertNothing,
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_find_contact: nobody",
            Call = static async amo => await amo.Contacts.FindAsync("никто"),
            Arguments = """{"query":"никто"}""",
            Exchanges = [new("GET /api/v4/contacts?query=никто&page=1&limit=250") { Status = 204 }],
            Check = AssertNothing,
        },
        new()
        {
            Name = "amocrm_create_contact",
            Call = static async amo => await amo.Contacts.CreateAsync(new()
            {
                Name = "Анна Верещагина",
                FirstName = "Анна",
                LastName = "Верещагина",
                Phone = "+74951234567",
                Email = "anna@verba.example",
                CustomFields = new() { ["POSITION"] = "Директор", [4711] = 12 },
                ResponsibleUserId = 8101,
                Tags = ["опт", 61],
                CreatedBy = 0,
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1700000100),
            }),
            Arguments = """
                {"name":"Анна Верещагина","first_name":"Анна","last_name":"Верещагина","phone":"+74951234567","email":"anna@verba.example",
                 "custom_fields":{"POSITION":"Директор","4711":12},"responsible_user_id":8101,"tags":["опт",61],"created_by":0,"created_at":1700000100}
                """,
            Exchanges =
            [
                new("POST /api/v4/contacts")
                {
                    Body = """
                        [{"name":"Анна Верещагина","first_name":"Анна","last_name":"Верещагина","custom_fields_values":[
                          {"field_code":"PHONE","values":[{"value":"+74951234567","enum_code":"WORK"}]},
                          {"field_code":"EMAIL","values":[{"value":"anna@verba.example","enum_code":"WORK"}]},
                          {"field_code":"POSITION","values":[{"value":"Директор"}]},
                          {"field_id":4711,"values":[{"value":12}]}],
                          "responsible_user_id":8101,"_embedded":{"tags":[{"name":"опт"},{"id":61}]},"created_by":0,"created_at":1700000100}]
                        """,
                    Answer = Written,
                },
            ],
            Check = static result =>
            {
                var created = Assert.IsType<CreateContactResult>(result);
                Assert.Equal(41050, created.Id);
                Assert.Equal("0", created.RequestId);
                Assert.Null(created.Contact);
            },
        },
        new()
        {
            Name = "amocrm_create_contact: null is left out",
            Call = static async amo => await amo.Contacts.CreateAsync(new() { FirstName = "Анна" }),
            Arguments = """{"first_name":"Анна","phone":null,"custom_fields":null,"tags":null,"responsible_user_id":null}""",
            Exchanges = [new("POST /api/v4/contacts") { Body = """[{"first_name":"Анна"}]""", Answer = Written }],
            Check = static result => Assert.Equal(41050, Assert.IsType<CreateContactResult>(result).Id),
        },
        new()
        {
            // Names and choices are looked up; a time without an offset is in the account's zone, three hours before UTC.
            Name = "amocrm_create_contact: fields and choices by name",
            Call = static async amo => await amo.Contacts.CreateAsync(new()
            {
                Name = "Пётр Ильин",
                CustomFields = new()
                {
                    ["Город"] = CustomFieldInputValue.Enum("Казань"),
                    [404] = CustomFieldInputValue.Enums("Книги", "Ноты"),
                    ["Дата договора"] = "2026-03-15T10:00:00",
                    ["Подписан"] = true,
                    ["PHONE"] = CustomFieldInputValue.Multitext(("+79035550011", "MOB")),
                },
            }),
            Arguments = """
                {"name":"Пётр Ильин","custom_fields":{"Город":"Казань","404":["Книги","Ноты"],"Дата договора":"2026-03-15T10:00:00","Подписан":true,
                 "PHONE":{"value":"+79035550011","enum_code":"MOB"}}}
                """,
            Exchanges =
            [
                new("GET /api/v4/contacts/custom_fields?page=1&limit=250") { Answer = "custom-fields-of-contacts.json" },
                new(TestAccount.Read) { Answer = "account.json" },
                new("POST /api/v4/contacts")
                {
                    Body = """
                        [{"name":"Пётр Ильин","custom_fields_values":[
                          {"field_id":403,"values":[{"enum_id":4032}]},
                          {"field_id":404,"values":[{"enum_id":4041},{"enum_id":4043}]},
                          {"field_id":406,"values":[{"value":1773558000}]},
                          {"field_id":407,"values":[{"value":true}]},
                          {"field_id":401,"values":[{"value":"+79035550011","enum_code":"MOB"}]}]}]
                        """,
                    Answer = Written,
                },
            ],
            Check = static result => Assert.Equal(41050, Assert.IsType<CreateContactResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_get_contact",
            Call = static async amo => await amo.Contacts.GetAsync(41001, new() { With = [ContactInclude.Leads, ContactInclude.CatalogElements] }),
            Arguments = """{"contact_id":41001,"with":["leads","catalog_elements"]}""",
            Exchanges = [new("GET /api/v4/contacts/41001?with=leads,catalog_elements") { Answer = "contact.json" }],
            Check = static result =>
            {
                var contact = Assert.IsType<Contact>(result);
                Assert.Equal("Верещагина", contact.LastName);
                Assert.Equal("8 (495) 123-45-67", Assert.Single(contact.CustomFields!.Phones).Value);
                Assert.Equal(21001, Assert.Single(contact.Leads!).Id);
                Assert.Equal(31001, Assert.Single(contact.Companies!).Id);
                Assert.Equal(2, Assert.Single(contact.CatalogElements!).Metadata!.Quantity);
            },
        },
        new()
        {
            Name = "amocrm_get_contact: missing",
            Call = static async amo => await amo.Contacts.GetAsync(404404),
            Arguments = """{"contact_id":404404}""",
            Exchanges = [new("GET /api/v4/contacts/404404") { Status = 204 }],
            Check = Assert.Null,
        },
        new()
        {
            Name = "amocrm_list_contacts",
            Call = static async amo => await amo.Contacts.ListAsync(new() { Query = "верба", Order = new() { Id = SortDirection.Ascending }, Limit = 2 }),
            Arguments = """{"query":"верба","order":{"id":"asc"},"limit":2}""",
            Exchanges = [new("GET /api/v4/contacts?query=верба&order[id]=asc&page=1&limit=2") { Answer = "contacts.json" }],
            Check = static result =>
            {
                var page = Assert.IsType<Page<Contact>>(result);
                Assert.Equal([41002, 41001], page.Items.Select(static contact => contact.Id));
                Assert.True(page.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_list_contacts: filter",
            Call = static async amo => await amo.Contacts.ListAsync(new()
            {
                Filter = new()
                {
                    Ids = [41001, 41002],
                    Names = ["Анна Верещагина"],
                    ResponsibleUserIds = [8101],
                    UpdatedAt = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1700000000), DateTimeOffset.FromUnixTimeSeconds(1700009999)),
                    CustomFields = new() { [403] = CustomFieldFilterValue.AnyOf(4031, 4032), [406] = new NumberRange(10, 20) },
                },
            }),
            Arguments = """
                {"filter":{"id":[41001,41002],"name":["Анна Верещагина"],"responsible_user_id":8101,"updated_at":{"from":1700000000,"to":1700009999},
                 "custom_fields_values":{"403":[4031,4032],"406":{"from":10,"to":20}}}}
                """,
            Exchanges =
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("GET /api/v4/contacts?filter[id][]=41001&filter[id][]=41002&filter[name][]=Анна Верещагина&filter[responsible_user_id][]=8101"
                    + "&filter[updated_at][from]=1700000000&filter[updated_at][to]=1700009999"
                    + "&filter[custom_fields_values][403][]=4031&filter[custom_fields_values][403][]=4032"
                    + "&filter[custom_fields_values][406][from]=10&filter[custom_fields_values][406][to]=20&page=1&limit=250") { Answer = "contacts.json" },
            ],
            Check = static result => Assert.Equal(2, Assert.IsType<Page<Contact>>(result).Items.Count),
        },
        new()
        {
            Name = "amocrm_update_contact",
            Call = static async amo => await amo.Contacts.UpdateAsync(41001, new()
            {
                FirstName = "Анна",
                Phone = null,
                Email = "anna@new.example",
                CustomFields = new() { ["POSITION"] = null },
                Tags = null,
                ResponsibleUserId = 8102,
            }),
            Arguments = """
                {"contact_id":41001,"first_name":"Анна","phone":null,"email":"anna@new.example","custom_fields":{"POSITION":null},"tags":null,"responsible_user_id":8102}
                """,
            Exchanges =
            [
                new("PATCH /api/v4/contacts/41001")
                {
                    Body = """
                        {"first_name":"Анна","custom_fields_values":[
                          {"field_code":"PHONE","values":null},
                          {"field_code":"EMAIL","values":[{"value":"anna@new.example","enum_code":"WORK"}]},
                          {"field_code":"POSITION","values":null}],
                         "responsible_user_id":8102,"_embedded":{"tags":null}}
                        """,
                    Answer = """{"id":41001,"name":"Анна Верещагина","updated_at":1700000900,"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/contacts/41001"}}}""",
                },
            ],
            Check = static result =>
            {
                var updated = Assert.IsType<UpdateContactResult>(result);
                Assert.Equal(41001, updated.Id);
                Assert.Equal("Анна Верещагина", updated.Name);
                Assert.Equal(1700000900, updated.UpdatedAt!.Value.ToUnixTimeSeconds());
            },
        },
        new()
        {
            Name = "amocrm_update_contact: only what was assigned",
            Call = static async amo => await amo.Contacts.UpdateAsync(41001, new() { TagsToAdd = ["опт"], TagsToDelete = [62] }),
            Arguments = """{"contact_id":41001,"tags_to_add":["опт"],"tags_to_delete":[62]}""",
            Exchanges =
            [
                new("PATCH /api/v4/contacts/41001")
                {
                    Body = """{"tags_to_add":[{"name":"опт"}],"tags_to_delete":[{"id":62}]}""",
                    Answer = """{"id":41001,"name":"Анна","updated_at":1700000900}""",
                },
            ],
            Check = static result => Assert.Equal(41001, Assert.IsType<UpdateContactResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_update_contacts",
            Call = static async amo => await amo.Contacts.UpdateManyAsync([new(41001, new() { Name = "Анна" }), new(41002, new() { Phone = null, ResponsibleUserId = 8102 })]),
            Arguments = """{"items":[{"contact_id":41001,"name":"Анна"},{"contact_id":41002,"phone":null,"responsible_user_id":8102}]}""",
            Exchanges =
            [
                new("PATCH /api/v4/contacts")
                {
                    Body = """[{"id":41001,"name":"Анна"},{"id":41002,"custom_fields_values":[{"field_code":"PHONE","values":null}],"responsible_user_id":8102}]""",
                    Answer = """{"_embedded":{"contacts":[{"id":41002,"name":"Пётр Ильин","updated_at":1700000902},{"id":41001,"name":"Анна","updated_at":1700000901}]}}""",
                },
            ],
            Check = static result => Assert.Equal(
                [(41001, 1700000901), (41002, 1700000902)],
                Assert.IsAssignableFrom<IReadOnlyList<UpdateContactResult>>(result).Select(static item => (item.Id, item.UpdatedAt!.Value.ToUnixTimeSeconds()))),
        },
    ];

    private static void AssertOnly(long id, object? result)
    {
        var found = Assert.IsType<FindContactResult>(result);
        Assert.True(found.Found);
        Assert.Equal(id, found.Contact!.Id);
        Assert.Equal(1, found.Count);
        Assert.Equal(id, Assert.Single(found.Contacts).Id);
    }

    private static void AssertNothing(object? result)
    {
        var found = Assert.IsType<FindContactResult>(result);
        Assert.False(found.Found);
        Assert.Null(found.Contact);
        Assert.Equal(0, found.Count);
        Assert.Empty(found.Contacts);
    }
}
