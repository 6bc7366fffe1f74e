using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Shapes;

/// <summary>The request behind each fixture, and what must be there for the answer to show every key.</summary>
internal sealed class ShapeRequests(Func<string, string, string?, Task<Reply>> send, AmoCrmEmulator crm)
{
    private const string Stage = """{"name":"Опт","sort":1,"is_main":true,"is_unsorted_on":true,"request_id":"123","_embedded":{"statuses":[{"name":"Заявка","sort":10}]}}""";

    private const string Attachment = """
        [{"note_type":"attachment","params":{"is_drive_attachment":true,"text":"план.png","original_name":"план.png","file_uuid":"a","version_uuid":"b","file_name":"plan.png"}}]
        """;

    private const string Telephony = """{"login":"l","password":"p","phones":{"8001001":"101"},"script_path":"https://example.com/"}""";

    public async Task<JsonNode> AnswerAsync(string name) => name switch
    {
        "account" => await GetAsync("account?with=amojo_id,uuid,amojo_rights,users_groups,task_types,version,entity_names,datetime_settings,drive_url,is_api_filter_enabled,invoices_settings"),
        "account-domain" => await GetAsync("/oauth2/account/subdomain"),
        "token" => await SendAsync("POST", "/oauth2/access_token", new JsonObject
        {
            ["client_id"] = crm.ClientId,
            ["client_secret"] = crm.ClientSecret,
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = crm.RefreshToken,
            ["redirect_uri"] = crm.RedirectUri,
        }.ToJsonString()),
        "validation-problem" => await SendAsync("POST", "leads", """[{"custom_fields_values":[{"field_id":1,"values":[{"value":"x"}]}]}]"""),
        "calls-create" => await SendAsync("POST", "calls", """[{"direction":"inbound","duration":1,"source":"s","phone":"+79000000001"}]"""),
        "catalogs-list" => await GetAsync("catalogs?page=1&limit=50"),
        "catalogs-get" => await GetAsync("catalogs/9002"),
        "catalogs-create" => await SendAsync("POST", "catalogs", """[{"name":"Ткани","request_id":"123"}]"""),
        "catalogs-update" => await SendAsync("PATCH", "catalogs/9002", """{"name":"Магазины"}"""),
        "elements-list" => await GetAsync("catalogs/9001/elements"),
        "elements-create" => await InvoiceAsync(),
        "companies-get" => await GetAsync("companies/11001"),
        "companies-create" => await SendAsync("POST", "companies", """[{"name":"a"}]"""),
        "companies-update" => await SendAsync("PATCH", "companies", """[{"id":11001,"name":"a"}]"""),
        "contacts-list" => await GetAsync("contacts?limit=2"),
        "contacts-get" => await GetAsync("contacts/10002?with=leads,customers,catalog_elements"),
        "contacts-create" => await SendAsync("POST", "contacts", """[{"name":"a"},{"name":"b"}]"""),
        "contacts-update" => await SendAsync("PATCH", "contacts", """[{"id":10001,"name":"a"}]"""),
        "customers-list" => await GetAsync("customers?limit=2&with=contacts"),
        "customers-get" => await GetAsync("customers/13001"),
        "leads-get" => await LostLeadAsync(),
        "leads-update" => await SendAsync("PATCH", "leads", """[{"id":12001,"price":1},{"id":12002,"price":2}]"""),
        "tags-create" => await SendAsync("POST", "leads/tags", """[{"name":"1","color":"DDEBB5"},{"name":"2","request_id":"r"}]"""),
        "tags-attach" => await SendAsync("PATCH", "leads", """[{"id":12001,"_embedded":{"tags":[{"id":17001}]}}]"""),
        "tags-clear" => await SendAsync("PATCH", "leads/12001", """{"_embedded":{"tags":null}}"""),
        "tasks-list" => await GetAsync("tasks?filter[is_completed][]=0"),
        "tasks-get" => await GetAsync("tasks/14003"),
        "tasks-create" => await SendAsync("POST", "tasks", """[{"text":"a","complete_till":1,"request_id":"example"}]"""),
        "tasks-update" => await SendAsync("PATCH", "tasks", """[{"id":14001,"text":"a"},{"id":14002,"text":"b"}]"""),
        "users-list" => await GetAsync("users?with=role,group"),
        "roles-get" => await GetAsync("roles/20001"),
        "webhooks-create" => await SendAsync("POST", "webhooks", """{"destination":"https://example.com/a","settings":["add_lead"]}"""),
        "webhooks-list" => await AfterAsync(() => AnswerAsync("webhooks-create"), "webhooks"),
        "widgets-get" => await GetAsync("widgets/demo_files"),
        "widgets-install" => await SendAsync("POST", "widgets/demo_telephony", Telephony),
        "notes-list" => await AfterAsync(() => SendAsync("POST", "leads/12001/notes", Attachment), "leads/notes"),
        "links-list" => await GetAsync("leads/12001/links"),
        "links-mass" => await SendAsync("POST", "leads/link", """
            [{"entity_id":12002,"to_entity_id":16002,"to_entity_type":"catalog_elements","metadata":{"catalog_id":9001,"quantity":1}},
             {"entity_id":12003,"to_entity_id":10001,"to_entity_type":"contacts","metadata":{"is_main":true}}]
            """),
        "events-get" => await GetAsync($"events/{(await GetAsync("events?filter[type]=lead_added&limit=1"))["_embedded"]!["events"]![0]!["id"]}"),
        _ => await SchemaAsync(name),
    };

    /// <summary>Fields, pipelines and stages.</summary>
    private async Task<JsonNode> SchemaAsync(string name) => name switch
    {
        "fields-get" => await GetAsync("contacts/custom_fields/5002"),
        "fields-create" => await SendAsync("POST", "contacts/custom_fields", """
            [{"type":"multiselect","name":"a","enums":[{"value":"1","sort":1}],"required_statuses":[{"status_id":700101,"pipeline_id":7001}]}]
            """),
        "fields-update" => await SendAsync("PATCH", "catalogs/9001/custom_fields", """
            [{"id":5062,"name":"a"},{"id":5064,"name":"b","nested":[{"value":"1","sort":0,"request_id":"1"},{"value":"2","sort":0,"parent_request_id":"1"}]}]
            """),
        "pipelines-list" => await GetAsync("leads/pipelines"),
        "pipelines-get" => await GetAsync("leads/pipelines/7001"),
        "pipelines-create" => await SendAsync("POST", "leads/pipelines", $"[{Stage}]"),
        "pipelines-update" => await SendAsync("PATCH", "leads/pipelines/7002", """{"name":"a","is_unsorted_on":false}"""),
        "statuses-update" => await DescribedAsync(),
        "statuses-get" => await AfterAsync(DescribedAsync, "leads/pipelines/7001/statuses/700101?with=descriptions"),
        "statuses-list" => await AfterAsync(DescribedAsync, "leads/pipelines/7001/statuses?with=descriptions"),
        _ => throw new ArgumentException($"No request is known for the fixture {name}", nameof(name)),
    };

    private async Task<JsonNode> DescribedAsync()
    {
        const string Path = "leads/pipelines/7001/statuses/700101";
        await SendAsync("PATCH", Path, """{"descriptions":[{"level":"newbie","description":"a"},{"level":"candidate","description":"b"}]}""");
        return await SendAsync("PATCH", Path, """{"descriptions":[{"level":"candidate","description":"c"}]}""");
    }

    private async Task<JsonNode> LostLeadAsync()
    {
        await SendAsync("PATCH", "leads/12001", """{"status_id":143,"loss_reason_id":21001}""");
        return await GetAsync("leads/12001?with=contacts,catalog_elements,loss_reason,source,source_id,is_price_modified_by_robot");
    }

    private async Task<JsonNode> InvoiceAsync()
    {
        crm.Behaviour.ElementIsDeletedNull = false;
        var catalog = (await SendAsync("POST", "catalogs", """[{"name":"Счета","type":"invoices"}]"""))["_embedded"]!["catalogs"]![0]!["id"];
        await SendAsync("POST", $"catalogs/{catalog}/custom_fields", """
            [{"type":"payer","name":"Плательщик","code":"PAYER"},{"type":"supplier","name":"Поставщик","code":"SUPPLIER"},{"type":"items","name":"Позиции","code":"ITEMS"},
             {"type":"select","name":"Статус","code":"BILL_STATUS","enums":[{"value":"Создан","sort":1,"code":"created"}]}]
            """);
        return await SendAsync("POST", $"catalogs/{catalog}/elements", """
            [{"name":"Счёт 1","custom_fields_values":[
              {"field_code":"PAYER","values":[{"value":{"name":"Ольга","address":"Москва"}}]},
              {"field_code":"BILL_STATUS","values":[{"enum_code":"created"}]},
              {"field_code":"SUPPLIER","values":[{"value":{"entity_id":5}}]},
              {"field_code":"ITEMS","values":[{"value":{"sku":"A","description":"Стол","unit_price":10,"quantity":5,"unit_type":"шт.","discount":{"type":"amount","value":25},"vat_rate_id":1}}]}]}]
            """);
    }

    private async Task<JsonNode> AfterAsync(Func<Task<JsonNode>> first, string path)
    {
        await first();
        return await GetAsync(path);
    }

    private Task<JsonNode> GetAsync(string path) => SendAsync("GET", path, body: null);

    private async Task<JsonNode> SendAsync(string method, string path, string? body) => (await send(method, path, body)).Json;
}
