namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Several items in one request; the answers are matched by what they name, never by their position.</summary>
public sealed class BatchTests
{
    [Fact]
    public async Task CompaniesAreCreatedAndMatchedByTheirRequestId()
    {
        await using var run = new CaseRun(new Exchange("POST /api/v4/companies")
        {
            Body = """
                [{"name":"А","custom_fields_values":[{"field_code":"WEB","values":[{"value":"https://a.example"}]}],"request_id":"0"},{"name":"Б","request_id":"1"}]
                """,
            Answer = """{"_embedded":{"companies":[{"id":32,"request_id":"1"},{"id":31,"request_id":"0"}]}}""",
        });
        var created = await run.Client.Companies.CreateManyAsync([new() { Name = "А", Website = "https://a.example" }, new() { Name = "Б" }], TestContext.Current.CancellationToken);
        Assert.Equal([31, 32], created.Select(static item => item.Id));
        run.AssertSent();
    }

    [Fact]
    public async Task ContactsAreCreatedWithOneLookAtTheFields()
    {
        await using var run = new CaseRun(
            new Exchange("GET /api/v4/contacts/custom_fields?page=1&limit=250") { Answer = "custom-fields-of-contacts.json" },
            new Exchange("POST /api/v4/contacts")
            {
                Body = """
                    [{"name":"А","custom_fields_values":[{"field_id":403,"values":[{"enum_id":4031}]}],"request_id":"0"},
                     {"name":"Б","custom_fields_values":[{"field_id":403,"values":[{"enum_id":4032}]}],"request_id":"1"}]
                    """,
                Answer = """{"_embedded":{"contacts":[{"id":41,"request_id":"0"},{"id":42,"request_id":"1"}]}}""",
            });
        var created = await run.Client.Contacts.CreateManyAsync(
            [
                new() { Name = "А", CustomFields = new() { ["Город"] = "Москва" } },
                new() { Name = "Б", CustomFields = new() { ["Город"] = "Казань" } },
            ],
            TestContext.Current.CancellationToken);
        Assert.Equal([41, 42], created.Select(static item => item.Id));
        run.AssertSent();
    }

    [Fact]
    public async Task LeadsAreCreated()
    {
        await using var run = new CaseRun(new Exchange("POST /api/v4/leads")
        {
            Body = """[{"name":"А","_embedded":{"contacts":[{"id":41}]},"request_id":"0"},{"name":"Б","price":10,"request_id":"1"}]""",
            Answer = """{"_embedded":{"leads":[{"id":21,"request_id":"0"},{"id":22,"request_id":"1"}]}}""",
        });
        var created = await run.Client.Leads.CreateManyAsync([new() { Name = "А", ContactId = 41 }, new() { Name = "Б", Price = 10 }], TestContext.Current.CancellationToken);
        Assert.Equal([21, 22], created.Select(static item => item.Id));
        run.AssertSent();
    }

    [Fact]
    public async Task TasksAreCreatedWithOneLookAtTheAccount()
    {
        await using var run = new CaseRun(
            new Exchange(TestAccount.Read) { Answer = "account.json" },
            new Exchange("POST /api/v4/tasks")
            {
                Body = $$"""[{"text":"А","complete_till":{{TestAccount.EndOfToday}},"request_id":"0"},{"text":"Б","complete_till":{{TestAccount.EndOfToday}},"request_id":"1"}]""",
                Answer = """{"_embedded":{"tasks":[{"id":71,"request_id":"0"},{"id":72,"request_id":"1"}]}}""",
            });
        var created = await run.Client.Tasks.CreateManyAsync([new() { Text = "А" }, new() { Text = "Б" }], TestContext.Current.CancellationToken);
        Assert.Equal([71, 72], created.Select(static item => item.Id));
        run.AssertSent();
    }

    [Fact]
    public async Task CatalogsAreCreated()
    {
        await using var run = new CaseRun(new Exchange("POST /api/v4/catalogs")
        {
            Body = """[{"name":"А","request_id":"0"},{"name":"Б","request_id":"1"}]""",
            Answer = """{"_embedded":{"catalogs":[{"id":51,"name":"А","request_id":"0"},{"id":52,"name":"Б","request_id":"1"}]}}""",
        });
        var created = await run.Client.Catalogs.CreateManyAsync([new() { Name = "А" }, new() { Name = "Б" }], TestContext.Current.CancellationToken);
        Assert.Equal(["А", "Б"], created.Select(static item => item.Name));
        run.AssertSent();
    }

    [Fact]
    public async Task CompaniesAreChangedAndMatchedByTheirId()
    {
        await using var run = new CaseRun(new Exchange("PATCH /api/v4/companies")
        {
            Body = """[{"id":31,"name":"А"},{"id":32,"custom_fields_values":[{"field_code":"WEB","values":null}]}]""",
            Answer = """{"_embedded":{"companies":[{"id":32,"name":"Б","updated_at":1700000002},{"id":31,"name":"А","updated_at":1700000001}]}}""",
        });
        var changed = await run.Client.Companies.UpdateManyAsync([new(31, new() { Name = "А" }), new(32, new() { Website = null })], TestContext.Current.CancellationToken);
        Assert.Equal(["А", "Б"], changed.Select(static item => item.Name));
        run.AssertSent();
    }

    [Fact]
    public async Task TasksAreChanged()
    {
        await using var run = new CaseRun(new Exchange("PATCH /api/v4/tasks")
        {
            Body = """[{"id":71,"text":"А"},{"id":72,"is_completed":true,"result":{"text":"готово"}}]""",
            Answer = """{"_embedded":{"tasks":[{"id":71,"updated_at":1700000001,"request_id":"0"},{"id":72,"updated_at":1700000002,"request_id":"1"}]}}""",
        });
        var changed = await run.Client.Tasks.UpdateManyAsync([new(71, new() { Text = "А" }), new(72, new() { IsCompleted = true, ResultText = "готово" })], TestContext.Current.CancellationToken);
        Assert.Equal([71, 72], changed.Select(static item => item.Id));
        run.AssertSent();
    }

    [Fact]
    public async Task WhatABatchCannotCarryIsRefused()
    {
        await using var run = new CaseRun();
        var refused = await Assert.ThrowsAsync<AmoCrmArgumentException>(() => run.Client.Companies.UpdateManyAsync([new(31, new() { AddPhone = "+7" })], TestContext.Current.CancellationToken));
        Assert.Equal("add_phone", refused.ParamName);
        var tooMany = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.Leads.CreateManyAsync([.. Enumerable.Repeat(new CreateLeadRequest { Name = "Л" }, 251)], TestContext.Current.CancellationToken));
        Assert.Contains("250", tooMany.Message, StringComparison.Ordinal);
        Assert.Empty(run.Sent);
    }

    [Fact]
    public async Task NothingToSendIsNotSent()
    {
        await using var run = new CaseRun();
        Assert.Empty(await run.Client.Leads.CreateManyAsync([], TestContext.Current.CancellationToken));
        Assert.Empty(run.Sent);
    }
}
