namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class CompanyCases
{
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
                Assert.Equal(["+74950000001"], company.CustomFields!.Phones);
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
    ];
}
