using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>The bulk forms of the typed clients send what their batch forms send.</summary>
public sealed class BulkTests
{
    private static readonly Dictionary<string, BulkForm> Forms = new(StringComparer.Ordinal)
    {
        ["leads"] = new(
            [new("POST /api/v4/leads") { Answer = """{"_embedded":{"leads":[{"id":22,"request_id":"1"},{"id":21,"request_id":"0"}]}}""" }],
            static amo => amo.Leads.CreateManyAsync(Leads),
            static amo => amo.Leads.BulkCreateAsync(Leads),
            static amo => amo.Leads.BulkCreateAsync(Leads.ToAsyncEnumerable()))
        {
            Ids = [21, 22],
        },
        ["companies"] = new(
            [new("POST /api/v4/companies") { Answer = """{"_embedded":{"companies":[{"id":32,"request_id":"1"},{"id":31,"request_id":"0"}]}}""" }],
            static amo => amo.Companies.CreateManyAsync(Companies),
            static amo => amo.Companies.BulkCreateAsync(Companies),
            static amo => amo.Companies.BulkCreateAsync(Companies.ToAsyncEnumerable()))
        {
            Ids = [31, 32],
        },
        ["tasks, which need to know the account"] = new(
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("POST /api/v4/tasks") { Answer = """{"_embedded":{"tasks":[{"id":71,"request_id":"0"},{"id":72,"request_id":"1"}]}}""" },
            ],
            static amo => amo.Tasks.CreateManyAsync(Tasks),
            static amo => amo.Tasks.BulkCreateAsync(Tasks),
            static amo => amo.Tasks.BulkCreateAsync(Tasks.ToAsyncEnumerable()))
        {
            Ids = [71, 72],
        },
        ["catalogs"] = new(
            [new("POST /api/v4/catalogs") { Answer = """{"_embedded":{"catalogs":[{"id":51,"name":"А","request_id":"0"},{"id":52,"name":"Б","request_id":"1"}]}}""" }],
            static amo => amo.Catalogs.CreateManyAsync(Catalogs),
            static amo => amo.Catalogs.BulkCreateAsync(Catalogs),
            static amo => amo.Catalogs.BulkCreateAsync(Catalogs.ToAsyncEnumerable()))
        {
            Ids = [51, 52],
        },
        ["changes of contacts, with their fields"] = new(
            [
                new("GET /api/v4/contacts/custom_fields?page=1&limit=250") { Answer = "custom-fields-of-contacts.json" },
                new("PATCH /api/v4/contacts") { Answer = """{"_embedded":{"contacts":[{"id":42,"updated_at":1700000002},{"id":41,"updated_at":1700000001}]}}""" },
            ],
            static amo => amo.Contacts.UpdateManyAsync(Contacts),
            static amo => amo.Contacts.BulkUpdateAsync(Contacts),
            static amo => amo.Contacts.BulkUpdateAsync(Contacts.ToAsyncEnumerable()))
        {
            Ids = [41, 42],
        },
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    private static CreateLeadRequest[] Leads => [new() { Name = "А", ContactId = 41 }, new() { Name = "Б", Price = 10 }];

    private static CreateCompanyRequest[] Companies => [new() { Name = "А", Website = "https://a.example" }, new() { Name = "Б" }];

    private static CreateTaskRequest[] Tasks => [new() { Text = "А" }, new() { Text = "Б" }];

    private static CreateCatalogRequest[] Catalogs => [new() { Name = "А" }, new() { Name = "Б" }];

    private static UpdateContactArguments[] Contacts =>
        [new(41, new() { Name = "А", CustomFields = new() { ["Город"] = "Москва" } }), new(42, new() { CustomFields = new() { ["Город"] = "Казань" } })];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task BulkFormsSendWhatTheBatchFormSends(string name)
    {
        var form = Forms[name];
        await using var batch = new CaseRun(form.Exchanges);
        await form.Batch(batch.Client);
        foreach (var bulk in form.Bulk)
        {
            await using var run = new CaseRun(form.Exchanges);
            var outcomes = await bulk(run.Client).ToListAsync(TestContext.Current.CancellationToken);
            Assert.Equal(form.Ids, outcomes.Select(static outcome => outcome.Id!.Value));
            Assert.Equal([0L, 1L], outcomes.Select(static outcome => outcome.Index));
            Assert.Equal(batch.Sent.Select(static sent => sent.Request), run.Sent.Select(static sent => sent.Request));
            Assert.All(batch.Sent.Zip(run.Sent), static sent => Assert.True(JsonNode.DeepEquals(Json(sent.First.Body), Json(sent.Second.Body))));
        }
    }

    [Fact]
    public async Task WhatABatchCannotCarryIsTheFaultOfOneItem()
    {
        await using var run = new CaseRun(new Exchange("PATCH /api/v4/companies") { Body = """[{"id":32,"name":"Б"}]""", Answer = """{"_embedded":{"companies":[{"id":32,"name":"Б"}]}}""" });
        var outcomes = await run.Client.Companies.BulkUpdateAsync([new(31, new() { AddPhone = "+7" }), new(32, new() { Name = "Б" })], cancellationToken: TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([BulkOutcomeKind.Rejected, BulkOutcomeKind.Succeeded], outcomes.Select(static outcome => outcome.Kind));
        Assert.Equal("add_phone", Assert.IsType<AmoCrmArgumentException>(outcomes[0].Error).ParamName);
        Assert.Equal("Б", outcomes[1].Result!.Name);
        run.AssertSent();
    }

    private static JsonNode? Json(string? text) => text is null ? null : JsonNode.Parse(text);

    private sealed record BulkForm(IReadOnlyList<Exchange> Exchanges, Func<IAmoCrmClient, Task> Batch, params IReadOnlyList<Func<IAmoCrmClient, IAsyncEnumerable<BulkOutcome>>> Bulk)
    {
        public required IReadOnlyList<long> Ids { get; init; }
    }
}
