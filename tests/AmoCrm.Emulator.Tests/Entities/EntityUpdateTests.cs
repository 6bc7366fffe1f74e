using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Entities;

public sealed class EntityUpdateTests : EmulatorTest
{
    [Fact]
    public async Task An_update_merges_and_answers_shortly()
    {
        var reply = await PatchAsync("companies/11001", """{"name":"ООО «Ромашка-2»"}""");

        Assert.Equal(["id", "name", "updated_at", "_links"], reply.Json.AsObject().Select(member => member.Key));
        var company = (await GetAsync("companies/11001")).Json;
        Assert.Equal("ООО «Ромашка-2»", company["name"]!.ToString());
        Assert.Equal(4, company["custom_fields_values"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_short_answers_differ_by_entity()
    {
        var lead = await PatchAsync("leads", """[{"id":12001,"price":1}]""");
        Assert.Equal(["id", "updated_at", "_links"], lead.Items("leads")[0]!.AsObject().Select(member => member.Key));
        var customer = await PatchAsync("customers/13001", """{"name":"x"}""");
        Assert.Equal(["id", "updated_at", "request_id", "_links"], customer.Json.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_multitext_field_is_replaced_as_a_whole()
    {
        await PatchAsync("contacts/10001", """{"custom_fields_values":[{"field_code":"PHONE","values":[{"value":"+79000009999"}]}]}""");
        var phone = await FieldAsync("contacts/10001", 5002);
        Assert.Equal("+79000009999", Assert.Single(phone!["values"]!.AsArray())!["value"]!.ToString());
    }

    [Fact]
    public async Task An_empty_string_is_ignored_and_null_clears()
    {
        await PatchAsync("leads/12001", """{"custom_fields_values":[{"field_id":5021,"values":[{"value":""}]}]}""");
        Assert.NotNull(await FieldAsync("leads/12001", 5021));
        await PatchAsync("leads/12001", """{"custom_fields_values":[{"field_id":5021,"values":[{"value":null}]},{"field_id":5028,"values":null}]}""");
        Assert.Null(await FieldAsync("leads/12001", 5021));
        Assert.Null(await FieldAsync("leads/12001", 5028));
    }

    [Fact]
    public async Task Tags_are_replaced_cleared_added_and_taken_away()
    {
        await PatchAsync("leads/12001", """{"_embedded":{"tags":[{"name":"новый"},{"id":17002}]}}""");
        Assert.Equal(["новый", "юрлицо"], await TagsAsync());
        await PatchAsync("leads/12001", """{"tags_to_add":[{"id":17001}],"tags_to_delete":[{"name":"новый"}]}""");
        Assert.Equal(["юрлицо", "важный"], await TagsAsync());
        await PatchAsync("leads/12001", """{"_embedded":{"tags":null}}""");
        Assert.Empty(await TagsAsync());
    }

    [Fact]
    public async Task Contacts_are_not_changed_by_an_update()
    {
        var reply = await PatchAsync("leads/12001", """{"_embedded":{"contacts":[{"id":10004}]}}""");
        Assert.Equal(["FieldNotExpected _embedded.contacts"], reply.Errors());
    }

    [Fact]
    public async Task A_stage_alone_finds_its_pipeline_and_a_final_one_keeps_the_leads()
    {
        await PatchAsync("leads/12001", """{"status_id":700202}""");
        Assert.Equal(7002, (await GetAsync("leads/12001")).Json["pipeline_id"]!.GetValue<int>());
        await PatchAsync("leads/12001", """{"status_id":142}""");
        var lead = (await GetAsync("leads/12001")).Json;
        Assert.Equal((7002, 142), (lead["pipeline_id"]!.GetValue<int>(), lead["status_id"]!.GetValue<int>()));
        Assert.NotNull(lead["closed_at"]);
    }

    [Fact]
    public async Task Several_values_of_a_multiselect_and_numbers_as_strings()
    {
        await PatchAsync("leads/12002", """
            {"custom_fields_values":[{"field_code":"PRODUCTS","values":[{"enum_id":5211},{"value":"Шкаф"}]},{"field_code":"AREA","values":[{"value":30}]},
             {"field_code":"SHOWROOM_VISIT","values":[{"value":"2026-03-01T10:00:00+03:00"}]}]}
            """);
        Assert.Equal("""[{"value":"Кухня","enum_id":5211,"enum_code":null},{"value":"Шкаф","enum_id":5212,"enum_code":null}]""", Text((await FieldAsync("leads/12002", 5023))!["values"]!));
        Assert.Equal("""[{"value":"30"}]""", Text((await FieldAsync("leads/12002", 5024))!["values"]!));
        Assert.Equal("""[{"value":1772348400}]""", Text((await FieldAsync("leads/12002", 5030))!["values"]!));
        Crm.Behaviour.NumericValuesAsStrings = false;
        Assert.Equal("""[{"value":30}]""", Text((await FieldAsync("leads/12002", 5024))!["values"]!));
    }

    [Fact]
    public async Task An_unknown_entity_can_not_be_updated()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PatchAsync("leads/1", """{"price":1}""")).Status);
        Assert.Equal(["NotSupportedChoice id"], (await PatchAsync("leads", """[{"id":1,"price":1}]""")).Errors());
        Assert.Equal(["FieldMissing id"], (await PatchAsync("leads", """[{"price":1}]""")).Errors());
    }

    private static string Text(JsonNode node) => System.Text.RegularExpressions.Regex.Unescape(node.ToJsonString());

    private async Task<JsonNode?> FieldAsync(string path, int fieldId) =>
        ((await GetAsync(path)).Json["custom_fields_values"] as JsonArray)?.FirstOrDefault(field => field!["field_id"]!.GetValue<int>() == fieldId);

    private async Task<IEnumerable<string>> TagsAsync() =>
        (await GetAsync("leads/12001")).Json["_embedded"]!["tags"]!.AsArray().Select(tag => tag!["name"]!.ToString()).ToList();
}
