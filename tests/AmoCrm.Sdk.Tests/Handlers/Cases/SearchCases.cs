namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class SearchCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_search",
            Call = static async amo => await amo.Search.FindAsync("верба"),
            Arguments = """{"query":"верба"}""",
            Exchanges = [new("GET /api/v4/contacts?query=верба&page=1&limit=250") { Answer = "contacts.json" }],
            Check = static result =>
            {
                var found = Assert.IsType<SearchResult>(result);
                Assert.Equal(2, found.Count);
                Assert.Equal(SearchScope.Contacts, found.Scope);
                Assert.All(found.Items, static item => Assert.Equal(EntityType.Contacts, item.EntityType));
                Assert.Equal("Пётр Ильин", found.Items[0].Name);
                Assert.Equal(41002, found.Items[0].Contact!.Id);
                Assert.Empty(found.Skipped);
            },
        },
        new()
        {
            Name = "amocrm_search: customers alone",
            Call = static async amo => await amo.Search.FindAsync("верба", new() { Scope = SearchScope.Customers, Limit = 10 }),
            Arguments = """{"query":"верба","entity_type":"customers","limit":10}""",
            Exchanges = [new("GET /api/v4/customers?query=верба&page=1&limit=10") { Answer = "customers.json" }],
            Check = static result =>
            {
                var item = Assert.Single(Assert.IsType<SearchResult>(result).Items);
                Assert.Equal(EntityType.Customers, item.EntityType);
                Assert.Equal(120000, item.Customer!.LifetimeValue);
            },
        },
        new()
        {
            Name = "amocrm_search: all",
            Call = static async amo => await amo.Search.FindAsync("верба", new() { Scope = SearchScope.All, Limit = 2 }),
            Arguments = """{"query":"верба","entity_type":"all","limit":2}""",
            Exchanges =
            [
                new("GET /api/v4/contacts?query=верба&page=1&limit=2") { Answer = "contacts.json" },
                new("GET /api/v4/leads?query=верба&page=1&limit=2") { Status = 204 },
                new("GET /api/v4/companies?query=верба&page=1&limit=2") { Answer = "companies.json" },
                new("GET /api/v4/customers?query=верба&page=1&limit=2") { Answer = "customers.json" },
            ],
            Check = static result =>
            {
                var found = Assert.IsType<SearchResult>(result);
                Assert.Equal(
                    [(EntityType.Contacts, 41002), (EntityType.Contacts, 41001), (EntityType.Companies, 31001), (EntityType.Customers, 91001)],
                    found.Items.Select(static item => (item.EntityType, item.Id)));
                Assert.True(found.HasMore);
            },
        },
        new()
        {
            Name = "amocrm_search: all, customers refused",
            Call = static async amo => await amo.Search.FindAsync("верба", new() { Scope = SearchScope.All }),
            Arguments = """{"query":"верба","entity_type":"all"}""",
            Exchanges =
            [
                new("GET /api/v4/contacts?query=верба&page=1&limit=250") { Status = 204 },
                new("GET /api/v4/leads?query=верба&page=1&limit=250") { Answer = "leads.json" },
                new("GET /api/v4/companies?query=верба&page=1&limit=250") { Status = 204 },
                new("GET /api/v4/customers?query=верба&page=1&limit=250") { Status = 402, Answer = """{"title":"Payment Required","status":402,"detail":"Not available"}""" },
            ],
            Check = static result =>
            {
                var found = Assert.IsType<SearchResult>(result);
                Assert.Equal(2, found.Count);
                Assert.Equal([EntityType.Customers], found.Skipped);
                Assert.False(found.HasMore);
            },
        },
    ];
}
