namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class CompanyCases
{
    private const string Written = """{"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/companies"}},"_embedded":{"companies":[{"id":31050,"request_id":"0","_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/companies/31050"}}}]}}""";

    private const string Updated = """{"id":31001,"name":"Верба и Ко","updated_at":1700004000,"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/companies/31001"}}}""";

    private const string TwoContacts = """{"id":31001,"name":"Верба","_embedded":{"tags":[],"contacts":[{"id":41001},{"id":41002}]}}""";

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_companies",
            Call = static async amo => await amo.Companies.ListAsync(new()
            {
                Query = "верба",
                With = [CompanyInclude.Contacts, CompanyInclude.Leads],
                Order = new() { UpdatedAt = SortDirection.Descending },
                Page = 2,
                Limit = 50,
            }),
            Arguments = """{"query":"верба","with":["contacts","leads"],"order":{"updated_at":"desc"},"page":2,"limit":50}""",
            Exchanges = [new("GET /api/v4/companies?query=верба&with=contacts,leads&order[updated_at]=desc&page=2&limit=50") { Answer = "companies.json" }],
            Check = static result =>
            {
                var page = Assert.IsType<Page<Company>>(result);
                Assert.Equal(2, page.Number);
                Assert.False(page.HasMore);
                var company = Assert.Single(page.Items);
                Assert.Equal(31001, company.Id);
                Assert.Equal("ООО «Верба»", company.Name);
                Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), company.CreatedAt);
                Assert.Equal("+74950000001", Assert.Single(company.CustomFields!.Phones).Value);
            },
        },
        new()
        {
            Name = "amocrm_list_companies: filter",
            Call = static async amo => await amo.Companies.ListAsync(new() { Filter = new() { Ids = [31001], CreatedBy = [8101, 0] } }),
            Arguments = """{"filter":{"id":[31001],"created_by":[8101,0]}}""",
            Exchanges =
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("GET /api/v4/companies?filter[id][]=31001&filter[created_by][]=8101&filter[created_by][]=0&page=1&limit=250") { Answer = "companies.json" },
            ],
            Check = static result => Assert.Equal(31001, Assert.Single(Assert.IsType<Page<Company>>(result).Items).Id),
        },
        new()
        {
            Name = "amocrm_list_companies: none",
            Call = static async amo => await amo.Companies.ListAsync(),
            Arguments = "{}",
            Exchanges = [new("GET /api/v4/companies?page=1&limit=250") { Status = 204 }],
            Check = static result =>
            {
                var page = Assert.IsType<Page<Company>>(result);
                Assert.Empty(page.Items);
                Assert.False(page.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_get_company",
            Call = static async amo => await amo.Companies.GetAsync(31001, new() { With = [CompanyInclude.Contacts] }),
            Arguments = """{"company_id":31001,"with":["contacts"]}""",
            Exchanges = [new("GET /api/v4/companies/31001?with=contacts") { Answer = "company.json" }],
            Check = static result => Assert.Equal("опт", Assert.Single(Assert.IsType<Company>(result).Tags!).Name),
        },
        new()
        {
            Name = "amocrm_get_company: missing",
            Call = static async amo => await amo.Companies.GetAsync(404404),
            Arguments = """{"company_id":404404}""",
            Exchanges = [new("GET /api/v4/companies/404404") { Status = 204 }],
            Check = Assert.Null,
        },
        new()
        {
            Name = "amocrm_create_company",
            Call = static async amo => await amo.Companies.CreateAsync(new()
            {
                Name = "ООО «Верба»",
                Phone = "+74950000001",
                Email = "info@verba.example",
                Website = "https://verba.example",
                CustomFields = new() { ["ADDRESS"] = "Казань" },
                ResponsibleUserId = 8101,
                TagsToAdd = ["опт"],
                UpdatedAt = DateTimeOffset.FromUnixTimeSeconds(1700003600),
            }),
            Arguments = """
                {"name":"ООО «Верба»","phone":"+74950000001","email":"info@verba.example","website":"https://verba.example","custom_fields":{"ADDRESS":"Казань"},
                 "responsible_user_id":8101,"tags_to_add":["опт"],"updated_at":1700003600}
                """,
            Exchanges =
            [
                new("POST /api/v4/companies")
                {
                    // WEB is a url field: a choice beside the value would be refused.
                    Body = """
                        [{"name":"ООО «Верба»","custom_fields_values":[
                          {"field_code":"PHONE","values":[{"value":"+74950000001","enum_code":"WORK"}]},
                          {"field_code":"EMAIL","values":[{"value":"info@verba.example","enum_code":"WORK"}]},
                          {"field_code":"WEB","values":[{"value":"https://verba.example"}]},
                          {"field_code":"ADDRESS","values":[{"value":"Казань"}]}],
                          "responsible_user_id":8101,"tags_to_add":[{"name":"опт"}],"updated_at":1700003600}]
                        """,
                    Answer = Written,
                },
            ],
            Check = static result =>
            {
                var created = Assert.IsType<CreateCompanyResult>(result);
                Assert.Equal(31050, created.Id);
                Assert.Equal("0", created.RequestId);
            },
        },
        new()
        {
            Name = "amocrm_create_company: read back",
            Call = static async amo => await amo.Companies.CreateAsync(new() { Name = "Верба", Fetch = true }),
            Arguments = """{"name":"Верба","fetch":true}""",
            Exchanges =
            [
                new("POST /api/v4/companies") { Body = """[{"name":"Верба"}]""", Answer = Written },
                new("GET /api/v4/companies/31050") { Answer = "company.json" },
            ],
            Check = static result => Assert.Equal("ООО «Верба»", Assert.IsType<CreateCompanyResult>(result).Company!.Name),
        },
        new()
        {
            Name = "amocrm_update_company",
            Call = static async amo => await amo.Companies.UpdateAsync(31001, new()
            {
                Name = "Верба и Ко",
                Phone = "+74950000009",
                Website = null,
                ResponsibleUserId = null,
                TagsToAdd = ["опт"],
                TagsToDelete = [62],
            }),
            Arguments = """
                {"company_id":31001,"name":"Верба и Ко","phone":"+74950000009","website":null,"responsible_user_id":null,"tags_to_add":["опт"],"tags_to_delete":[62]}
                """,
            Exchanges =
            [
                new("PATCH /api/v4/companies/31001")
                {
                    Body = """
                        {"name":"Верба и Ко","custom_fields_values":[
                          {"field_code":"PHONE","values":[{"value":"+74950000009","enum_code":"WORK"}]},
                          {"field_code":"WEB","values":null}],
                         "responsible_user_id":null,"tags_to_add":[{"name":"опт"}],"tags_to_delete":[{"id":62}]}
                        """,
                    Answer = Updated,
                },
            ],
            Check = static result =>
            {
                var updated = Assert.IsType<UpdateCompanyResult>(result);
                Assert.Equal("Верба и Ко", updated.Name);
                Assert.Equal(1700004000, updated.UpdatedAt!.Value.ToUnixTimeSeconds());
                Assert.Equal(["update"], updated.CompletedSteps);
            },
        },
        new()
        {
            Name = "amocrm_update_company: only what was assigned",
            Call = static async amo => await amo.Companies.UpdateAsync(31001, new() { Tags = null }),
            Arguments = """{"company_id":31001,"tags":null}""",
            Exchanges = [new("PATCH /api/v4/companies/31001") { Body = """{"_embedded":{"tags":null}}""", Answer = Updated }],
            Check = static result => Assert.Equal(31001, Assert.IsType<UpdateCompanyResult>(result).Id),
        },
        new()
        {
            // amoCRM replaces such a field as a whole: the phone that is there has to be written again.
            Name = "amocrm_update_company: one more phone",
            Call = static async amo => await amo.Companies.UpdateAsync(31001, new() { AddPhone = "+74950000009", AddEmail = "info@verba.example", Name = "Верба и Ко" }),
            Arguments = """{"company_id":31001,"add_phone":"+74950000009","add_email":"info@verba.example","name":"Верба и Ко"}""",
            Exchanges =
            [
                new("GET /api/v4/companies/31001") { Answer = "company.json" },
                new("PATCH /api/v4/companies/31001")
                {
                    Body = """
                        {"name":"Верба и Ко","custom_fields_values":[
                          {"field_code":"PHONE","values":[{"value":"+74950000001","enum_code":"WORK"},{"value":"+74950000009","enum_code":"WORK"}]},
                          {"field_code":"EMAIL","values":[{"value":"info@verba.example","enum_code":"WORK"}]}]}
                        """,
                    Answer = Updated,
                },
            ],
            Check = static result => Assert.Equal(["read", "update"], Assert.IsType<UpdateCompanyResult>(result).CompletedSteps),
        },
        new()
        {
            Name = "amocrm_delete_company",
            Call = static async amo => await amo.Companies.DeleteAsync(31001),
            Arguments = """{"company_id":31001}""",
            Exchanges = [new("DELETE /api/v4/companies/31001") { Status = 204 }],
            Check = static result =>
            {
                var deleted = Assert.IsType<DeleteCompanyResult>(result);
                Assert.True(deleted.Deleted);
                Assert.Equal(DeletionRoute.Delete, deleted.Via);
                Assert.Equal(["delete"], deleted.CompletedSteps);
            },
        },
        new()
        {
            Name = "amocrm_delete_company: tagged instead",
            Call = static async amo => await amo.Companies.DeleteAsync(31001, new() { Fallback = CompanyDeleteFallback.Tag }),
            Arguments = """{"company_id":31001,"fallback":"tag"}""",
            Exchanges =
            [
                new("DELETE /api/v4/companies/31001") { Status = 404, Answer = """{"title":"Not Found","status":404,"detail":"Cannot DELETE /api/v4/companies/31001!"}""" },
                new("PATCH /api/v4/companies/31001") { Body = """{"tags_to_add":[{"name":"deleted"}]}""", Answer = Updated },
            ],
            Check = static result =>
            {
                var deleted = Assert.IsType<DeleteCompanyResult>(result);
                Assert.False(deleted.Deleted);
                Assert.Equal(DeletionRoute.Tag, deleted.Via);
                Assert.Equal(["tag"], deleted.CompletedSteps);
            },
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_add_company_contact",
            Call = static async amo => await amo.Companies.AddContactAsync(31001, 41001),
            Arguments = """{"company_id":31001,"contact_id":41001}""",
            Exchanges =
            [
                new("POST /api/v4/companies/31001/link")
                {
                    Body = """[{"to_entity_id":41001,"to_entity_type":"contacts"}]""",
                    Answer = """{"_total_items":1,"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/companies/31001/links"}},"_embedded":{"links":[{"entity_id":31001,"entity_type":"companies","to_entity_id":41001,"to_entity_type":"contacts","metadata":null}]}}""",
                },
            ],
            Check = static result =>
            {
                var link = Assert.IsType<EntityLink>(result);
                Assert.Equal((31001, EntityType.Companies, 41001, EntityType.Contacts), (link.EntityId, link.EntityType, link.ToEntityId, link.ToEntityType));
                Assert.Null(link.Metadata);
            },
        },
        new()
        {
            Name = "amocrm_remove_company_contact",
            Call = static async amo => await amo.Companies.RemoveContactAsync(31001, 41001),
            Arguments = """{"company_id":31001,"contact_id":41001}""",
            Exchanges = [new("POST /api/v4/companies/31001/unlink") { Body = """[{"to_entity_id":41001,"to_entity_type":"contacts"}]""", Status = 204 }],
            Check = static result => Assert.IsType<NoContent>(result),
        },
        new()
        {
            Name = "amocrm_get_company_contacts",
            Call = static async amo => await amo.Companies.GetContactsAsync(31001, new() { With = [ContactInclude.Leads] }),
            Arguments = """{"company_id":31001,"with":["leads"]}""",
            Exchanges =
            [
                new("GET /api/v4/companies/31001?with=contacts") { Answer = TwoContacts },
                new(TestAccount.Read) { Answer = "account.json" },
                new("GET /api/v4/contacts?with=leads&filter[id][]=41001&filter[id][]=41002&order[id]=asc&page=1&limit=100") { Answer = "contacts.json" },
            ],
            Check = AssertBothContacts,
        },
        new()
        {
            Name = "amocrm_get_company_contacts: filters are off",
            Call = static async amo => await amo.Companies.GetContactsAsync(31001),
            Arguments = """{"company_id":31001}""",
            Exchanges =
            [
                new("GET /api/v4/companies/31001?with=contacts") { Answer = TwoContacts },
                new(TestAccount.Read) { Answer = "account-without-filters.json" },
                new("GET /api/v4/contacts/41001") { Answer = "contact.json" },
                new("GET /api/v4/contacts/41002") { Answer = """{"id":41002,"name":"Пётр Ильин"}""" },
            ],
            Check = AssertBothContacts,
        },
        new()
        {
            Name = "amocrm_get_company_contacts: one of them is gone",
            Call = static async amo => await amo.Companies.GetContactsAsync(31001),
            Arguments = """{"company_id":31001}""",
            Exchanges =
            [
                new("GET /api/v4/companies/31001?with=contacts") { Answer = "company.json" },
                new("GET /api/v4/contacts/41001") { Status = 204 },
            ],
            Check = static result => Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<Contact>>(result)),
        },
        new()
        {
            Name = "amocrm_get_company_contacts: none",
            Call = static async amo => await amo.Companies.GetContactsAsync(31002),
            Arguments = """{"company_id":31002}""",
            Exchanges = [new("GET /api/v4/companies/31002?with=contacts") { Answer = """{"id":31002,"name":"Пусто","_embedded":{"tags":[],"contacts":[]}}""" }],
            Check = static result => Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<Contact>>(result)),
            KeepsUnknownMembers = false,
        },
    ];

    private static void AssertBothContacts(object? result) =>
        Assert.Equal([41001, 41002], Assert.IsAssignableFrom<IReadOnlyList<Contact>>(result).Select(static contact => contact.Id));
}
