using System.Text.Json.Nodes;
using AmoCrm.Emulator;

namespace AmoCrm.Sdk.Tests.LegacyDefects;

/// <summary>The defects of the legacy handlers, by the numbers of their list; the tenth, an unused refresh token, belongs to the tests of the tokens.</summary>
public sealed class LegacyDefectsTests : IAsyncLifetime
{
    private LegacyProgram _program = null!;

    public async ValueTask InitializeAsync() => _program = await LegacyProgram.StartAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [Fact]
    public async Task Defect_1_an_empty_answer_is_no_failure()
    {
        var contact = await _program.SucceedAsync("amocrm_find_contact", """{"query": "nobody is called so"}""");
        var companies = await _program.SucceedAsync("amocrm_list_companies", """{"query": "no company is called so"}""");

        Assert.False(contact["found"]!.GetValue<bool>());
        Assert.Null(contact["contact"]);
        Assert.Equal(0, contact["count"]!.GetValue<int>());
        Assert.Empty(companies["companies"]!.AsArray());
        Assert.All(_program.Crm.Requests, static request => Assert.Equal(204, request.Status));
    }

    [Fact]
    public async Task Defect_2_a_page_is_not_taken_for_the_whole()
    {
        var page = await _program.SucceedAsync("amocrm_list_leads", """{"limit": 2}""");
        var all = new List<long>();
        await foreach (var lead in _program.Client.Leads.EnumerateAsync(new ListLeadsRequest { Limit = 2 }, TestContext.Current.CancellationToken))
        {
            all.Add(lead.Id);
        }

        Assert.Equal(2, page["count"]!.GetValue<int>());
        Assert.True(page["has_more"]!.GetValue<bool>());
        Assert.Equal([12001, 12002, 12003, 12004, 12005], all);
    }

    [Fact]
    public async Task Defect_3_what_the_api_does_not_offer_is_said_or_done_another_way()
    {
        await _program.FailAsync("not_supported", "amocrm_delete_company", """{"company_id": 11001}""");
        await _program.FailAsync("not_supported", "amocrm_delete_task", """{"task_id": 14001}""");
        var created = await _program.SucceedAsync("amocrm_create_event", """{"type": "note", "entity_type": "lead", "entity_id": 12001, "text": "hello"}""");
        var calls = await _program.SucceedAsync("amocrm_list_calls", "{}");

        Assert.NotNull(created["note_id"]);
        Assert.Equal(2, calls["count"]!.GetValue<int>());
        Assert.DoesNotContain(_program.Crm.Requests, static request => request.Path == "/api/v4/calls");
        Assert.DoesNotContain(_program.Writes, static request => request.Path == "/api/v4/events");
    }

    [Fact]
    public async Task Defect_4_bodies_of_webhooks_and_widgets_are_objects()
    {
        await _program.SucceedAsync("amocrm_create_webhook", """{"destination": "https://example.com/hook", "events": ["add_lead"]}""");
        await _program.SucceedAsync("amocrm_delete_webhook", """{"destination": "https://example.com/hook"}""");
        await _program.SucceedAsync("amocrm_install_widget", """{"code": "demo_files", "settings": {"conf": "{}"}}""");

        Assert.Collection(
            _program.Writes,
            static request => AssertSent(request, "POST", "/api/v4/webhooks", """{"destination": "https://example.com/hook", "settings": ["add_lead"]}"""),
            static request => AssertSent(request, "DELETE", "/api/v4/webhooks", """{"destination": "https://example.com/hook"}"""),
            static request => AssertSent(request, "POST", "/api/v4/widgets/demo_files", """{"conf": "{}"}"""));
    }

    [Fact]
    public async Task Defect_5_pipelines_and_statuses_are_patched_one_by_one()
    {
        await _program.SucceedAsync("amocrm_update_pipeline", """{"pipeline_id": "7001", "name": "Основная"}""");
        await _program.SucceedAsync("amocrm_update_status", """{"pipeline_id": 7001, "status_id": 700102, "name": "Выезд"}""");

        Assert.Collection(
            _program.Writes,
            static request => AssertSent(request, "PATCH", "/api/v4/leads/pipelines/7001", """{"name": "Основная"}"""),
            static request => AssertSent(request, "PATCH", "/api/v4/leads/pipelines/7001/statuses/700102", """{"name": "Выезд"}"""));
    }

    [Fact]
    public async Task Defect_6_contacts_are_linked_by_links_and_unlinked_one_by_one()
    {
        await _program.SucceedAsync("amocrm_add_company_contact", """{"company_id": 11003, "contact_id": 10004}""");
        await _program.SucceedAsync("amocrm_remove_company_contact", """{"company_id": 11001, "contact_id": 10001}""");
        var left = await _program.SucceedAsync("amocrm_get_company_contacts", """{"company_id": 11001}""");

        Assert.Collection(
            _program.Writes,
            static request => AssertSent(request, "POST", "/api/v4/companies/11003/link", """[{"to_entity_id": 10004, "to_entity_type": "contacts"}]"""),
            static request => AssertSent(request, "POST", "/api/v4/companies/11001/unlink", """[{"to_entity_id": 10001, "to_entity_type": "contacts"}]"""));
        Assert.Equal(10002, Assert.Single(left["contacts"]!.AsArray())!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Defect_7_events_come_by_the_hundred()
    {
        var page = await _program.SucceedAsync("amocrm_list_events", "{}");
        _program.Crm.ClearRequests();
        var refused = await _program.FailAsync("invalid_params", "amocrm_list_events", """{"limit": 250}""");

        Assert.Equal(100, page["limit"]!.GetValue<int>());
        Assert.Contains("100", refused["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_program.Crm.Requests);
    }

    [Fact]
    public async Task Defect_8_a_choice_that_does_not_exist_is_never_the_first_one()
    {
        // By its code a text goes as it is while nothing is known of the field: amoCRM decides then, not we.
        await _program.FailAsync("validation", "amocrm_create_lead", """{"name": "Стол", "custom_fields": {"LEAD_SOURCE": "С Луны"}}""");
        Assert.DoesNotContain("5201", Assert.Single(_program.Writes).Body, StringComparison.Ordinal);

        _program.Crm.ClearRequests();
        var refused = await _program.FailAsync("invalid_params", "amocrm_create_lead", """{"name": "Стол", "custom_fields": {"Источник": "С Луны"}}""");
        Assert.Contains("Рекомендация", refused["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_program.Writes);
    }

    [Fact]
    public async Task Defect_9_text_is_parsed_as_json_and_never_evaluated()
    {
        await _program.FailAsync("invalid_params", "amocrm_create_lead", """{"name": "Стол", "custom_fields": "{'AREA': __import__('os').getpid()}"}""");
        Assert.Empty(_program.Crm.Requests);

        await _program.SucceedAsync("amocrm_create_lead", """{"name": "Стол", "custom_fields": "{\"AREA\": 12.5}"}""");
        var body = JsonNode.Parse(Assert.Single(_program.Writes).Body)!;
        Assert.Equal("AREA", body[0]!["custom_fields_values"]![0]!["field_code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Defect_11_the_answer_to_a_create_is_not_taken_for_the_entity()
    {
        var created = await _program.SucceedAsync("amocrm_create_contact", """{"name": "Зоя", "phone": "+79000000099"}""");
        var fetched = await _program.SucceedAsync("amocrm_create_contact", """{"name": "Яна", "phone": "+79000000098", "fetch": true}""");

        Assert.Equal(created["contact_id"]!.GetValue<long>(), created["contact"]!["id"]!.GetValue<long>());
        Assert.False(created["contact"]!.AsObject().ContainsKey("name"));
        Assert.Equal("Яна", fetched["contact"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Defect_12_only_leads_have_pipelines()
    {
        var refused = await _program.FailAsync("invalid_params", "amocrm_list_pipelines", """{"entity_type": "contacts"}""");
        Assert.Contains("Only leads have pipelines", refused["error"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(_program.Crm.Requests);

        await _program.SucceedAsync("amocrm_list_pipelines", """{"entity_type": "leads"}""");
        Assert.Equal("/api/v4/leads/pipelines", Assert.Single(_program.Crm.Requests).Path);
    }

    private static void AssertSent(RecordedRequest request, string method, string path, string body)
    {
        Assert.Equal((method, path), (request.Method, request.Path));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body)), request.Body);
    }
}
