using System.Net;

namespace AmoCrm.Emulator.Tests.Entities;

public sealed class EntityCreateTests : EmulatorTest
{
    [Fact]
    public async Task A_create_answers_ids_and_request_ids_only()
    {
        var reply = await PostAsync("companies", """[{"name":"ООО «Луч»","request_id":"mine"},{"name":"ООО «Берег»"}]""");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("application/hal+json", reply.ContentType);
        Assert.Equal("https://demo.amocrm.ru/api/v4/companies", reply.Json["_links"]!["self"]!["href"]!.ToString());
        Assert.Equal(
            """[{"id":11004,"request_id":"mine","_links":{"self":{"href":"https://demo.amocrm.ru/api/v4/companies/11004"}}},{"id":11005,"request_id":"1","_links":{"self":{"href":"https://demo.amocrm.ru/api/v4/companies/11005"}}}]""",
            reply.Items("companies").ToJsonString());
    }

    [Fact]
    public async Task A_contact_is_named_by_its_parts_and_keeps_its_fields()
    {
        var id = await CreateAsync("contacts", """
            {"first_name":"Анна","last_name":"Белова","custom_fields_values":[{"field_code":"PHONE","values":[{"value":"+79000000077","enum_code":"MOB"}]}]}
            """);

        var contact = (await GetAsync($"contacts/{id}")).Json;

        Assert.Equal("Анна Белова", contact["name"]!.ToString());
        Assert.Equal(
            """[{"field_id":5002,"field_name":"\u0422\u0435\u043B\u0435\u0444\u043E\u043D","field_code":"PHONE","field_type":"multitext","values":[{"value":"\u002B79000000077","enum_id":5103,"enum_code":"MOB"}]}]""",
            contact["custom_fields_values"]!.ToJsonString());
    }

    [Fact]
    public async Task A_fresh_entity_has_null_custom_fields()
    {
        var id = await CreateAsync("contacts", """{"name":"Без полей"}""");
        var contact = (await GetAsync($"contacts/{id}")).Json.AsObject();
        Assert.True(contact.ContainsKey("custom_fields_values"));
        Assert.Null(contact["custom_fields_values"]);
    }

    [Fact]
    public async Task A_lead_lands_in_the_first_stage_of_the_main_pipeline_with_its_contact_as_main()
    {
        var id = await CreateAsync("leads", """{"name":"Новая","_embedded":{"contacts":[{"id":10004}]}}""");

        var lead = (await GetAsync($"leads/{id}?with=contacts")).Json;

        Assert.Equal(700_101, lead["status_id"]!.GetValue<int>());
        Assert.Equal(7001, lead["pipeline_id"]!.GetValue<int>());
        Assert.True(lead["_embedded"]!["contacts"]![0]!["is_main"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""[{"name":"x","colour":1}]""", "FieldNotExpected colour")]
    [InlineData("""[{"name":5}]""", "InvalidType name")]
    [InlineData("""[{"price":"12"}]""", "InvalidType price")]
    [InlineData("""[{"name":null}]""", "NotNullable name")]
    [InlineData("""[{"_embedded":{"tags":[{"name":"a","request_id":"1"}]}}]""", "FieldNotExpected _embedded.tags.0.request_id")]
    [InlineData("""[{"custom_fields_values":[{"field_id":1,"values":[{"value":"x"}]}]}]""", "NotSupportedChoice custom_fields_values.0.field_id")]
    [InlineData("""[{"custom_fields_values":[{"field_id":5022,"values":[{"value":"сайт"}]}]}]""", "NotSupportedChoice custom_fields_values.0.values.0.value")]
    [InlineData("""[{"custom_fields_values":[{"field_id":5022,"values":[{"value":"Сайт","enum":"site"}]}]}]""", "FieldNotExpected custom_fields_values.0.values.0.enum")]
    [InlineData("""[{"custom_fields_values":[{"field_id":5025,"values":[{"value":"2026-01-01"}]}]}]""", "InvalidType custom_fields_values.0.values.0.value")]
    [InlineData("""[{"responsible_user_id":1}]""", "NotSupportedChoice responsible_user_id")]
    [InlineData("""[{"pipeline_id":1}]""", "NotSupportedChoice pipeline_id")]
    [InlineData("""[{"status_id":1}]""", "NotSupportedChoice status_id")]
    [InlineData("""[{"_embedded":{"contacts":[{"id":1}]}}]""", "NotSupportedChoice _embedded.contacts.0.id")]
    public async Task What_amocrm_would_refuse_is_refused_with_its_path(string body, string error)
    {
        var reply = await PostAsync("leads", body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal("Request validation failed", reply.Json["detail"]!.ToString());
        Assert.Equal("0", reply.Json["validation-errors"]![0]!["request_id"]!.ToString());
        Assert.Equal([error], reply.Errors());
    }

    [Fact]
    public async Task One_bad_item_refuses_the_batch()
    {
        await PostAsync("contacts", """[{"name":"Хороший"},{"name":1}]""");
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("contacts/10006")).Status);
    }

    [Fact]
    public async Task An_url_field_takes_no_enum()
    {
        var reply = await PostAsync("companies", """[{"custom_fields_values":[{"field_code":"WEB","values":[{"value":"https://a.example.com","enum_code":"WORK"}]}]}]""");
        Assert.Equal(["FieldNotExpected custom_fields_values.0.values.0.enum_code"], reply.Errors());
    }

    [Fact]
    public async Task A_body_that_is_no_array_is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("leads", """{"name":"x"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("leads", "[")).Status);
    }

    [Fact]
    public async Task More_than_the_maximum_batch_is_answered_as_the_switch_says()
    {
        Crm.Behaviour.MaxWriteBatch = 1;
        const string Two = """[{"name":"a"},{"name":"b"}]""";
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await PostAsync("companies", Two)).Status);
        Crm.Behaviour.OverMaxBatch = OverMaxBatch.BadRequest;
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("companies", Two)).Status);
        Crm.Behaviour.OverMaxBatch = OverMaxBatch.Accept;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("companies", Two)).Status);
    }
}
