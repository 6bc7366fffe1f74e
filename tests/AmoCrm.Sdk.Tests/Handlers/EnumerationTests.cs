namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Every list that has pages: the next one is read while there may be one, in an order that holds while somebody writes.</summary>
public sealed class EnumerationTests
{
    private static readonly Dictionary<string, PagedList> Lists = new(StringComparer.Ordinal)
    {
        ["companies"] = new("companies?order[id]=asc&", "companies", static amo => amo.Companies.EnumerateAsync(new() { Limit = 2 }).Select(static item => item.Id)),
        ["contacts"] = new("contacts?query=верба&order[id]=asc&", "contacts", static amo => amo.Contacts.EnumerateAsync(new() { Query = "верба", Limit = 2 }).Select(static item => item.Id)),
        ["leads"] = new("leads?order[id]=asc&", "leads", static amo => amo.Leads.EnumerateAsync(new() { Limit = 2 }).Select(static item => item.Id)),
        ["leads in an order of one's own"] = new("leads?order[created_at]=desc&", "leads", static amo =>
            amo.Leads.EnumerateAsync(new() { Order = new() { CreatedAt = SortDirection.Descending }, Limit = 2 }).Select(static item => item.Id)),
        ["tasks"] = new("tasks?filter[is_completed]=0&order[id]=asc&", "tasks", static amo => amo.Tasks.EnumerateAsync(new() { Filter = new() { IsCompleted = false }, Limit = 2 }).Select(static item => item.Id)),
        ["notes"] = new("contacts/notes?order[id]=asc&", "notes", static amo => amo.Notes.EnumerateAsync(EntityType.Contacts, new() { Limit = 2 }).Select(static item => item.Id)),
        ["events"] = new("events?", "events", static amo => amo.Events.EnumerateAsync(new() { Limit = 2 }).Select(static item => long.Parse(item.Id, System.Globalization.CultureInfo.InvariantCulture))),
        ["tags"] = new("leads/tags?", "tags", static amo => amo.Tags.EnumerateAsync(EntityType.Leads, new() { Limit = 2 }).Select(static item => item.Id)),
        ["widgets"] = new("widgets?", "widgets", static amo => amo.Widgets.EnumerateAsync(new() { Limit = 2 }).Select(static item => item.Id)) { EndsWithAShortPage = false },
        ["catalog elements"] = new("catalogs/5100/elements?", "elements", static amo => amo.Catalogs.EnumerateElementsAsync(5100, new() { Limit = 2 }).Select(static item => item.Id)) { EndsWithAShortPage = false },
        ["users"] = new("users?", "users", static amo => amo.Users.EnumerateAsync(new() { Limit = 2 }).Select(static item => item.Id)) { CountsPages = true },
        ["custom fields"] = new("leads/custom_fields?order[id]=asc&", "custom_fields", static amo => amo.CustomFields.EnumerateAsync(CustomFieldScope.Leads, new() { Limit = 2 }).Select(static item => item.Id)) { CountsPages = true },
    };

    public static TheoryData<string> Names => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AllPagesAreRead(string name)
    {
        var list = Lists[name];
        await using var run = new CaseRun(list.Exchanges);
        Assert.Equal([11, 12, 13], await list.Enumerate(run.Client).ToListAsync(TestContext.Current.CancellationToken));
        run.AssertSent();
    }

    [Fact]
    public async Task ARowThatMovedToTheNextPageIsNotGivenOutTwice()
    {
        await using var run = new CaseRun(
            new Exchange("GET /api/v4/leads?order[id]=asc&page=1&limit=2") { Answer = FullPage.Of("leads", 11, 2) },
            new Exchange("GET /api/v4/leads?order[id]=asc&page=2&limit=2") { Answer = FullPage.Of("leads", 12, 2, 2) },
            new Exchange("GET /api/v4/leads?order[id]=asc&page=3&limit=2") { Status = 204 });
        var ids = await run.Client.Leads.EnumerateAsync(new() { Limit = 2 }, TestContext.Current.CancellationToken).Select(static lead => lead.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([11, 12, 13], ids);
        run.AssertSent();
    }

    [Fact]
    public async Task OnePageMoreIsReadThanWhatIsTaken()
    {
        await using var run = new CaseRun(
            new Exchange("GET /api/v4/leads?order[id]=asc&page=1&limit=2") { Answer = FullPage.Of("leads", 11, 2) },
            new Exchange("GET /api/v4/leads?order[id]=asc&page=2&limit=2") { Answer = FullPage.Of("leads", 13, 2) });
        Assert.Equal(11, (await run.Client.Leads.EnumerateAsync(new() { Limit = 2 }, TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken)).Id);
        run.AssertSent();
    }

    [Fact]
    public async Task CallsOfAllTypesAreMergedByTheirLastChange()
    {
        const string Query = "filter[note_type][]=call_in&filter[note_type][]=call_out&order[updated_at]=asc&page=1&limit=250";
        await using var run = new CaseRun(
            new Exchange($"GET /api/v4/leads/notes?{Query}") { Answer = "calls-of-leads-oldest-change-first.json" },
            new Exchange($"GET /api/v4/contacts/notes?{Query}") { Answer = "calls-of-contacts-oldest-change-first.json" },
            new Exchange($"GET /api/v4/companies/notes?{Query}") { Answer = "calls-of-companies-oldest-change-first.json" },
            new Exchange($"GET /api/v4/customers/notes?{Query}") { Status = 402, Answer = """{"title":"Payment Required","status":402}""" });
        var calls = await run.Client.Calls.EnumerateAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [(EntityType.Companies, 82002), (EntityType.Contacts, 82003), (EntityType.Leads, 82004), (EntityType.Leads, 82001)],
            calls.Select(static call => (call.EntityType, call.Id)));
        run.AssertSent();
    }

    [Fact]
    public async Task CallsOfOneTypeArePagedAndARefusalOfItIsAnError()
    {
        const string Query = "filter[note_type][]=call_out&order[updated_at]=asc";
        await using var run = new CaseRun(
            new Exchange($"GET /api/v4/customers/notes?{Query}&page=1&limit=2") { Answer = "calls-of-leads.json" },
            new Exchange($"GET /api/v4/customers/notes?{Query}&page=2&limit=2") { Status = 402, Answer = """{"title":"Payment Required","status":402}""" });
        var request = new ListCallsRequest { EntityType = EntityType.Customers, Direction = CallDirection.Outbound, Limit = 2 };
        await Assert.ThrowsAsync<AmoCrmPaymentRequiredException>(
            async () => await run.Client.Calls.EnumerateAsync(request, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        run.AssertSent();
    }

    private sealed record PagedList(string Path, string Member, Func<IAmoCrmClient, IAsyncEnumerable<long>> Enumerate)
    {
        public bool EndsWithAShortPage { get; init; } = true;

        public bool CountsPages { get; init; }

        /// <summary>Two items, one, and where only an empty page tells the end, that.</summary>
        public IReadOnlyList<Exchange> Exchanges =>
        [
            new($"GET /api/v4/{Path}page=1&limit=2") { Answer = Page(11, 2, 1) },
            new($"GET /api/v4/{Path}page=2&limit=2") { Answer = Page(13, 1, 2) },
            .. EndsWithAShortPage ? (IEnumerable<Exchange>)[] : [new($"GET /api/v4/{Path}page=3&limit=2") { Status = 204 }],
        ];

        private string Page(long firstId, int count, int number)
        {
            var page = FullPage.Of(Member, firstId, count, number);
            return CountsPages ? page.Insert(1, "\"_total_items\":3,\"_page_count\":2,") : page;
        }
    }
}
