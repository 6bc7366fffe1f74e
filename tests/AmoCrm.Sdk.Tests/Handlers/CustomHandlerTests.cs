using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>How handlers of several requests fail: with what went wrong, and without the requests that would have followed.</summary>
public sealed class CustomHandlerTests
{
    private const string NoSuchRoute = """{"title":"Not Found","status":404,"detail":"Cannot DELETE /api/v4/companies/31001!"}""";

    private const string NotFound = """{"title":"Not Found","type":"https://httpstatus.es/404","status":404,"detail":"Entity not found"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACompanyThatCannotBeDeletedTellsTheAlternatives()
    {
        await using var run = new CaseRun(new Exchange("DELETE /api/v4/companies/31001") { Status = 404, Answer = NoSuchRoute });
        var exception = await Assert.ThrowsAsync<AmoCrmNotSupportedException>(() => run.Client.Companies.DeleteAsync(31001, cancellationToken: Token));
        Assert.Contains("fallback", exception.Message, StringComparison.Ordinal);
        Assert.Equal("amocrm_delete_company", exception.Handler);
        run.AssertSent();
    }

    [Fact]
    public async Task ATaskThatCannotBeDeletedTellsTheAlternatives()
    {
        await using var run = new CaseRun(new Exchange("DELETE /api/v4/tasks/71001") { Status = 405, Answer = """{"title":"Method Not Allowed","status":405}""" });
        var exception = await Assert.ThrowsAsync<AmoCrmNotSupportedException>(() => run.Client.Tasks.DeleteAsync(71001, cancellationToken: Token));
        Assert.Contains("complete", exception.Message, StringComparison.Ordinal);
        run.AssertSent();
    }

    [Fact]
    public async Task AFallbackIsForAMissingRouteOnly()
    {
        await using var missing = new CaseRun(new Exchange("DELETE /api/v4/companies/31001") { Status = 404, Answer = NotFound });
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => missing.Client.Companies.DeleteAsync(31001, new() { Fallback = CompanyDeleteFallback.Tag }, Token));
        missing.AssertSent();
        await using var forbidden = new CaseRun(new Exchange("DELETE /api/v4/tasks/71001") { Status = 403, Answer = """{"title":"Forbidden","status":403}""" });
        await Assert.ThrowsAsync<AmoCrmForbiddenException>(() => forbidden.Client.Tasks.DeleteAsync(71001, new() { Fallback = TaskDeleteFallback.Complete }, Token));
        forbidden.AssertSent();
    }

    [Fact]
    public async Task ContactsOfNoCompanyAreNotFound()
    {
        await using var run = new CaseRun(new Exchange("GET /api/v4/companies/404404?with=contacts") { Status = 204 });
        var exception = await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => run.Client.Companies.GetContactsAsync(404404, cancellationToken: Token));
        Assert.Equal((404, "amocrm_get_company_contacts"), (exception.StatusCode, exception.Handler));
        run.AssertSent();
    }

    [Fact]
    public async Task APhoneForNoCompanyIsNotWritten()
    {
        await using var run = new CaseRun(new Exchange("GET /api/v4/companies/404404") { Status = 204 });
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => run.Client.Companies.UpdateAsync(404404, new() { AddPhone = "+7" }, Token));
        run.AssertSent();
    }

    [Fact]
    public async Task APhoneThatIsThereAlreadyIsNotDoubled()
    {
        await using var run = new CaseRun(
            new Exchange("GET /api/v4/companies/31001") { Answer = "company.json" },
            new Exchange("PATCH /api/v4/companies/31001")
            {
                Body = """{"custom_fields_values":[{"field_code":"PHONE","values":[{"value":"+74950000001","enum_code":"WORK"}]}]}""",
                Answer = """{"id":31001,"updated_at":1}""",
            });
        await run.Client.Companies.UpdateAsync(31001, new() { AddPhone = "+74950000001" }, Token);
        run.AssertSent();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(200)]
    public async Task ACallThatFitsNobodyIsAnOutcomeOfItsOwn(int status)
    {
        await using var run = new CaseRun(new Exchange("POST /api/v4/calls")
        {
            Body = """[{"phone":"+70000000000","direction":"outbound","duration":0,"source":"Tests"}]""",
            Status = status,
            Answer = """{"_total_items":0,"errors":[{"status":400,"title":"Entity not found","detail":"","request_id":"0"}],"_embedded":{"calls":[]}}""",
        });
        var exception = await Assert.ThrowsAsync<AmoCrmCallNotMatchedException>(() => run.Client.Calls.CreateAsync(new() { Phone = "+70000000000" }, Token));
        Assert.Equal("call_not_matched", exception.ErrorCode);
        run.AssertSent();
    }

    [Fact]
    public async Task AnUnknownWebhookIsNotFoundAndNothingIsWritten()
    {
        await using var changed = new CaseRun(new Exchange("GET /api/v4/webhooks") { Answer = "webhooks.json" });
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => changed.Client.Webhooks.UpdateAsync(new() { WebhookId = 1, Sort = 1 }, Token));
        changed.AssertSent();
        await using var deleted = new CaseRun(new Exchange("GET /api/v4/webhooks") { Status = 204 });
        await Assert.ThrowsAsync<AmoCrmNotFoundException>(() => deleted.Client.Webhooks.DeleteAsync(new() { WebhookId = 9301 }, Token));
        deleted.AssertSent();
    }

    [Fact]
    public async Task AnOldAddressThatStaysIsSaidAndNotThrown()
    {
        const string New = """{"id":9309,"destination":"https://verba.example/new","settings":["add_lead"],"sort":1}""";
        await using var run = new CaseRun(
            new Exchange("GET /api/v4/webhooks?filter[destination]=https://verba.example/old")
            {
                Answer = """{"_total_items":1,"_embedded":{"webhooks":[{"id":9308,"destination":"https://verba.example/old","settings":["add_lead"],"sort":1}]}}""",
            },
            new Exchange("POST /api/v4/webhooks") { Body = """{"destination":"https://verba.example/new","settings":["add_lead"],"sort":1}""", Status = 201, Answer = New },
            new Exchange("DELETE /api/v4/webhooks") { Body = """{"destination":"https://verba.example/old"}""", Status = 403, Answer = """{"title":"Forbidden","status":403}""" });
        var result = await run.Client.Webhooks.UpdateAsync(new() { Destination = "https://verba.example/old", NewDestination = "https://verba.example/new" }, Token);
        Assert.Equal((9309, "subscribe"), (result.WebhookId, Assert.Single(result.CompletedSteps)));
        Assert.Contains("403", result.UnsubscribeError, StringComparison.Ordinal);
        run.AssertSent();
    }

    [Fact]
    public async Task AChoiceThatDoesNotExistIsRefusedWithThoseThatDo()
    {
        await using var run = new CaseRun(new Exchange("GET /api/v4/contacts/custom_fields?page=1&limit=250") { Answer = "custom-fields-of-contacts.json" });
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.InvokeAsync("amocrm_create_contact", JsonDocument.Parse("""{"name":"А","custom_fields":{"Город":"Самара"}}""").RootElement, Token));
        Assert.Equal("custom_fields", exception.ParamName);
        Assert.Contains("Москва", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Самара", exception.Message, StringComparison.Ordinal);
        run.AssertSent();
    }

    [Fact]
    public async Task AFieldThatDoesNotExistIsRefused()
    {
        await using var run = new CaseRun(new Exchange("GET /api/v4/contacts/custom_fields?page=1&limit=250") { Answer = "custom-fields-of-contacts.json" });
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.Contacts.CreateAsync(new() { Name = "А", CustomFields = new() { ["Город "] = "Москва" } }, Token));
        Assert.Contains("Город", exception.Message, StringComparison.Ordinal);
        run.AssertSent();
    }

    [Theory]
    [InlineData("amocrm_list_companies")]
    [InlineData("amocrm_list_contacts")]
    [InlineData("amocrm_list_leads")]
    public async Task AFilterThatTheAccountWouldIgnoreIsRefused(string handler)
    {
        await using var run = new CaseRun(new Exchange(TestAccount.Read) { Answer = "account-without-filters.json" });
        var exception = await Assert.ThrowsAsync<AmoCrmNotSupportedException>(
            () => run.Client.InvokeAsync(handler, JsonDocument.Parse("""{"filter":{"id":[5]}}""").RootElement, Token));
        Assert.Contains("allow_unfiltered", exception.Message, StringComparison.Ordinal);
        Assert.Equal(handler, exception.Handler);
        run.AssertSent();
    }

    [Fact]
    public async Task CustomersThatWereAskedForByNameAreNotSkipped()
    {
        await using var run = new CaseRun(new Exchange("GET /api/v4/customers?query=а&page=1&limit=250") { Status = 402, Answer = """{"title":"Payment Required","status":402}""" });
        await Assert.ThrowsAsync<AmoCrmPaymentRequiredException>(() => run.Client.Search.FindAsync("а", new() { Scope = SearchScope.Customers }, Token));
        run.AssertSent();
    }

    [Fact]
    public async Task AnEventIsWrittenOnceEvenWhenTheLogCannotBeRead()
    {
        await using var run = new CaseRun(
            new Exchange("POST /api/v4/leads/21001/notes") { Body = """[{"note_type":"common","params":{"text":"т"}}]""", Answer = """{"_embedded":{"notes":[{"id":5,"entity_id":21001}]}}""" },
            new Exchange("GET /api/v4/events?filter[entity][]=lead&filter[entity_id][]=21001&filter[type][]=common_note_added&page=1&limit=10") { Status = 500 });
        var created = await run.Client.Events.CreateAsync(new() { Type = EventKind.Note, EntityType = EntityType.Leads, EntityId = 21001, Text = "т", Fetch = true }, Token);
        Assert.Equal((5L, (string?)null), (created.NoteId, created.EventId));
        run.AssertSent();
    }

    [Fact]
    public async Task AWidgetThatIsNotThereIsUninstalled()
    {
        await using var run = new CaseRun(new Exchange("DELETE /api/v4/widgets/verba_pbx") { Status = 404, Answer = NotFound });
        await run.Client.Widgets.UninstallAsync("verba_pbx", Token);
        run.AssertSent();
    }

    [Fact]
    public async Task AMemberThatWasUnassignedIsNotSent()
    {
        await using var run = new CaseRun(new Exchange("PATCH /api/v4/leads/21001") { Body = """{"price":null}""", Answer = """{"id":21001,"updated_at":1}""" });
        var request = new UpdateLeadRequest { Name = "Стеллажи", Price = null };
        Assert.True(request.IsAssigned(nameof(request.Name)));
        request.Unassign(nameof(request.Name));
        Assert.False(request.IsAssigned(nameof(request.Name)));
        await run.Client.Leads.UpdateAsync(21001, request, Token);
        run.AssertSent();
    }
}
