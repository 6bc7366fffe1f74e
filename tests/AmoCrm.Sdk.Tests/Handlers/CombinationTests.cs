using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Arguments that are each right and wrong together, out of range or empty: refused by name, and nothing is sent.</summary>
public sealed class CombinationTests
{
    [Theory]
    [InlineData("amocrm_create_contact", "{}", "name")]
    [InlineData("amocrm_create_contact", """{"name":"А","phone":"+7","custom_fields":{"PHONE":"+8"}}""", "custom_fields")]
    [InlineData("amocrm_create_contact", """{"name":"А","custom_fields":{"POSITION":""}}""", "custom_fields")]
    [InlineData("amocrm_add_note", """{"entity_id":1}""", "note_text")]
    [InlineData("amocrm_add_note", """{"entity_id":0,"note_text":"т"}""", "entity_id")]
    [InlineData("amocrm_add_note", """{"entity_id":1,"note_type":"call_in","phone":"+7","duration":-1}""", "duration")]
    [InlineData("amocrm_search", """{"query":"т","entity_type":"tasks"}""", "entity_type")]
    [InlineData("amocrm_search", """{"query":"т","limit":251}""", "limit")]
    [InlineData("amocrm_search", """{"query":" "}""", "query")]
    [InlineData("amocrm_create_lead", """{"name":"Л","contact_id":0}""", "contact_id")]
    [InlineData("amocrm_create_lead", """{"name":""}""", "name")]
    [InlineData("amocrm_get_company", """{"company_id":-5}""", "company_id")]
    [InlineData("amocrm_get_company", """{"company_id":"5a"}""", "company_id")]
    [InlineData("amocrm_get_company", """{"company_id":5.5}""", "company_id")]
    [InlineData("amocrm_list_companies", """{"limit":251}""", "limit")]
    [InlineData("amocrm_list_companies", """{"page":0}""", "page")]
    [InlineData("amocrm_list_companies", """{"filter":{"update_at":{"from":1}}}""", "filter")]
    [InlineData("amocrm_list_companies", """{"filter[nmae][]":"В"}""", "filter")]
    [InlineData("amocrm_list_companies", """{"filter":{"id":["x"]}}""", "filter")]
    [InlineData("amocrm_list_companies", """{"order":{"id":"up"}}""", "order")]
    [InlineData("amocrm_update_company", """{"company_id":5,"phone":"+7","add_phone":"+8"}""", "phone")]
    [InlineData("amocrm_update_company", """{"company_id":5,"phone":""}""", "phone")]
    [InlineData("amocrm_update_company", """{"company_id":5,"tags":["а"],"tags_to_add":["б"]}""", "tags")]
    [InlineData("amocrm_update_company", """{"company_id":5,"add_phone":"+7","custom_fields":{"PHONE":"+8"}}""", "custom_fields")]
    [InlineData("amocrm_add_company_contact", """{"company_id":5,"contact_id":0}""", "contact_id")]
    [InlineData("amocrm_create_task", """{"text":"т","entity_type":"leads"}""", "entity_id")]
    [InlineData("amocrm_create_task", """{"text":"т","entity_id":5}""", "entity_type")]
    [InlineData("amocrm_create_task", """{"text":"т","complete_till":"завтра"}""", "complete_till")]
    [InlineData("amocrm_update_task", """{"task_id":5,"entity_id":7}""", "entity_type")]
    [InlineData("amocrm_list_events", """{"limit":101}""", "limit")]
    [InlineData("amocrm_create_event", """{"type":"note","entity_type":"leads","entity_id":5,"text":"т","value_before":[]}""", "value_before")]
    [InlineData("amocrm_create_event", """{"type":"note","entity_type":"tasks","entity_id":5,"text":"т"}""", "entity_type")]
    [InlineData("amocrm_create_event", """{"type":"note","entity_type":"catalog_5","entity_id":5,"text":"т"}""", "entity_type")]
    [InlineData("amocrm_create_event", """{"type":"note","entity_type":"leads","entity_id":5}""", "text")]
    [InlineData("amocrm_create_event", """{"type":"meeting","entity_type":"leads","entity_id":5}""", "text")]
    [InlineData("amocrm_create_event", """{"type":"incoming_call","entity_type":"leads","entity_id":5}""", "phone")]
    [InlineData("amocrm_create_event", """{"type":"note","entity_type":"leads","entity_id":5,"text":"т","value_after":[{"note":{"text":"т"}}]}""", "value_after")]
    [InlineData("amocrm_create_event", """{"type":"note","entity_type":"leads","entity_id":5,"value_after":[{"nps":{"rate":1}}]}""", "value_after")]
    [InlineData("amocrm_create_webhook", """{"destination":"https://a.example","settings":["add_lead"],"events":["add_task"]}""", "settings")]
    [InlineData("amocrm_create_webhook", """{"destination":"https://a.example","settings":[]}""", "settings")]
    [InlineData("amocrm_update_webhook", "{}", "webhook_id")]
    [InlineData("amocrm_update_webhook", """{"webhook_id":5,"destination":"https://a.example","new_destination":"https://b.example"}""", "new_destination")]
    [InlineData("amocrm_delete_webhook", "{}", "webhook_id")]
    [InlineData("amocrm_delete_webhook", """{"webhook_id":5,"destination":"https://a.example"}""", "webhook_id")]
    [InlineData("amocrm_create_call", """{"phone":"+7","entity_id":5}""", "entity_type")]
    [InlineData("amocrm_create_call", """{"phone":"+7","entity_type":"leads"}""", "entity_id")]
    [InlineData("amocrm_create_call", """{"phone":"+7","duration":-1}""", "duration")]
    [InlineData("amocrm_list_calls", """{"page":2}""", "page")]
    [InlineData("amocrm_list_calls", """{"limit":251}""", "limit")]
    [InlineData("amocrm_list_calls", """{"filter":{"entity_id":[5]}}""", "filter")]
    [InlineData("amocrm_list_calls", """{"entity_type":"tasks"}""", "entity_type")]
    [InlineData("amocrm_install_widget", """{"code":"a","widget_code":"b"}""", "code")]
    [InlineData("amocrm_list_pipelines", """{"entity_type":"contacts"}""", "entity_type")]
    [InlineData("amocrm_create_status", """{"pipeline_id":5,"name":"С","entity_type":"customers"}""", "entity_type")]
    [InlineData("amocrm_update_custom_field", """{"field_id":5,"enums":["а"],"add_enums":["б"]}""", "enums")]
    [InlineData("amocrm_list_custom_fields", """{"entity_type":"tasks"}""", "entity_type")]
    [InlineData("amocrm_link", """{"entity_type":"leads","entity_id":5,"to_entity_type":"contacts","to_entity_id":0}""", "to_entity_id")]
    [InlineData("amocrm_update_leads", """{"items":[{"lead_id":5,"nmae":"Л"}]}""", "nmae")]
    [InlineData("amocrm_update_leads", """{"items":[{"name":"Л"}]}""", "lead_id")]
    [InlineData("amocrm_update_leads", """{"items":[{"lead_id":0,"name":"Л"}]}""", "lead_id")]
    [InlineData("amocrm_update_contacts", """{"items":[{"contact_id":5,"tags":["а"],"tags_to_delete":["б"]}]}""", "tags")]
    public async Task IsRefused(string handler, string arguments, string parameter)
    {
        await using var run = new CaseRun();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.InvokeAsync(handler, JsonDocument.Parse(arguments).RootElement, TestContext.Current.CancellationToken));
        Assert.Contains(parameter, exception.Message, StringComparison.Ordinal);
        Assert.Empty(run.Sent);
    }

    [Theory]
    [InlineData("amocrm_list_events", "100")]
    [InlineData("amocrm_list_tags", "250")]
    public async Task ALimitTooHighIsAnsweredWithTheHighest(string handler, string highest)
    {
        await using var run = new CaseRun();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.InvokeAsync(handler, JsonDocument.Parse("""{"limit":500}""").RootElement, TestContext.Current.CancellationToken));
        Assert.Contains(highest, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMisspeltParamIsAnsweredWithTheRightOne()
    {
        await using var run = new CaseRun();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.InvokeAsync("amocrm_create_company", JsonDocument.Parse("""{"nmae":"Верба"}""").RootElement, TestContext.Current.CancellationToken));
        Assert.Contains("'name'", exception.Message, StringComparison.Ordinal);
        Assert.Equal("nmae", exception.ParamName);
    }

    [Fact]
    public async Task AMisspeltMemberOfAFilterIsAnsweredWithTheRightOne()
    {
        await using var run = new CaseRun();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.InvokeAsync("amocrm_list_leads", JsonDocument.Parse("""{"filter":{"pipline_id":[5]}}""").RootElement, TestContext.Current.CancellationToken));
        Assert.Contains("'pipeline_id'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMisspeltMemberOfAStructureIsAnsweredWithTheRightOne()
    {
        await using var run = new CaseRun();
        var exception = await Assert.ThrowsAsync<AmoCrmArgumentException>(
            () => run.Client.InvokeAsync("amocrm_create_company", JsonDocument.Parse("""{"name":"Верба","tags":["опт",{"nmae":"срочно"}]}""").RootElement, TestContext.Current.CancellationToken));
        Assert.Contains("tags[1]", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'name'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TypedCallsAreCheckedTheSame()
    {
        await using var run = new CaseRun();
        var amo = run.Client;
        var token = TestContext.Current.CancellationToken;
        await AssertRefusedAsync("company_id", () => amo.Companies.GetAsync(0, null, token));
        await AssertRefusedAsync("contact_id", () => amo.Companies.AddContactAsync(5, -1, token));
        await AssertRefusedAsync("limit", () => amo.Events.ListAsync(new() { Limit = 101 }, token));
        await AssertRefusedAsync("name", () => amo.Contacts.CreateAsync(new(), token));
        await AssertRefusedAsync("query", () => amo.Leads.FindAsync("", null, token));
        await AssertRefusedAsync("code", () => amo.Widgets.UninstallAsync(" ", token));
        await AssertRefusedAsync("phone", () => amo.Companies.UpdateAsync(5, new() { Phone = "+7", AddPhone = "+8" }, token));
        Assert.Empty(run.Sent);
    }

    [Fact]
    public async Task AnEnumerationIsCheckedWhereItIsAskedFor()
    {
        await using var run = new CaseRun();
        Assert.Throws<AmoCrmArgumentException>(() => run.Client.Companies.EnumerateAsync(new() { Limit = 251 }, TestContext.Current.CancellationToken));
        Assert.Throws<AmoCrmArgumentException>(() => run.Client.Calls.EnumerateAsync(new() { Limit = 251 }, TestContext.Current.CancellationToken));
    }

    private static async Task AssertRefusedAsync(string parameter, Func<Task> call) =>
        Assert.Equal(parameter, (await Assert.ThrowsAsync<AmoCrmArgumentException>(call)).ParamName);
}
