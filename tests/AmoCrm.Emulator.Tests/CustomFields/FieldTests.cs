using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.CustomFields;

public sealed class FieldTests : EmulatorTest
{
    [Fact]
    public async Task A_page_holds_fifty_unless_the_switch_says_otherwise()
    {
        await PostAsync("leads/custom_fields", $"[{string.Join(',', Enumerable.Range(0, 60).Select(number => $$"""{"type":"text","name":"П{{number}}"}"""))}]");
        var page = (await GetAsync("leads/custom_fields?limit=250")).Json;
        Assert.Equal((71, 2, 50), (page["_total_items"]!.GetValue<int>(), page["_page_count"]!.GetValue<int>(), page["_embedded"]!["custom_fields"]!.AsArray().Count));
        Assert.EndsWith("page=2&limit=50", page["_links"]!["last"]!["href"]!.ToString(), StringComparison.Ordinal);
        Crm.Behaviour.CustomFieldsPageMax = 250;
        Assert.Equal(71, (await GetAsync("leads/custom_fields?limit=250")).Items("custom_fields").Count);
    }

    [Fact]
    public async Task A_field_is_created_with_201_and_used_at_once()
    {
        var reply = await PostAsync("leads/custom_fields", """[{"type":"select","name":"Цвет","code":"COLOR","sort":510,"enums":[{"value":"Белый","sort":1},{"value":"Дуб","sort":2,"code":"oak"}],"request_id":"c"}]""");
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        var field = reply.Items("custom_fields").Single()!;
        Assert.Equal((6001, "c", 6503), (field["id"]!.GetValue<int>(), field["request_id"]!.ToString(), field["enums"]![1]!["id"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.OK, (await PatchAsync("leads/12001", """{"custom_fields_values":[{"field_code":"COLOR","values":[{"enum_code":"oak"}]}]}""")).Status);
    }

    [Fact]
    public async Task Enums_that_are_not_sent_again_are_gone()
    {
        var reply = await PatchAsync("leads/custom_fields/5022", """{"enums":[{"id":5201,"value":"Сайт","sort":1},{"value":"Выставка","sort":2}]}""");
        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Equal(["Сайт", "Выставка"], reply.Json["enums"]!.AsArray().Select(option => option!["value"]!.ToString()));
        Assert.Equal(["NotSupportedChoice custom_fields_values.0.values.0.enum_id"], (await PatchAsync("leads/12001", """{"custom_fields_values":[{"field_id":5022,"values":[{"enum_id":5202}]}]}""")).Errors());
    }

    [Fact]
    public async Task Fields_are_changed_together_and_deleted()
    {
        var reply = await PatchAsync("leads/custom_fields", """[{"id":5021,"name":"Куда везти"},{"id":5024,"sort":1}]""");
        Assert.Equal(2, reply.Json["_total_items"]!.GetValue<int>());
        Assert.Equal("Куда везти", (await GetAsync("leads/custom_fields/5021")).Json["name"]!.ToString());
        Assert.Equal(5024, (await GetAsync("leads/custom_fields?order[sort]=asc")).Ids("custom_fields").First());
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("leads/custom_fields/5021")).Status);
        Assert.DoesNotContain((await GetAsync("leads/12001")).Json["custom_fields_values"]!.AsArray(), value => value!["field_id"]!.GetValue<int>() == 5021);
        Assert.Equal(HttpStatusCode.BadRequest, (await DeleteAsync("contacts/custom_fields/5002")).Status);
    }

    [Theory]
    [InlineData("leads", """[{"type":"select","name":"a"}]""", "FieldMissing enums")]
    [InlineData("leads", """[{"type":"price","name":"a"}]""", "NotSupportedChoice type")]
    [InlineData("companies", """[{"type":"multitext","name":"a"}]""", "NotSupportedChoice type")]
    [InlineData("leads", """[{"type":"text"}]""", "FieldMissing name")]
    [InlineData("leads", """[{"type":"monetary","name":"a"}]""", "FieldMissing currency")]
    [InlineData("contacts", """[{"type":"text","name":"a","nested":[]}]""", "FieldNotExpected nested")]
    public async Task Wrong_fields_are_refused(string scope, string body, string error) =>
        Assert.Equal([error], (await PostAsync(scope + "/custom_fields", body)).Errors());

    [Fact]
    public async Task The_type_can_not_be_changed() =>
        Assert.Equal(["FieldNotExpected type"], (await PatchAsync("leads/custom_fields/5021", """{"type":"numeric"}""")).Errors());

    [Theory]
    [InlineData("leads", "leads")]
    [InlineData("contacts", "contacts")]
    [InlineData("companies", "companies")]
    [InlineData("customers", "customers")]
    [InlineData("customers/segments", "segments")]
    [InlineData("catalogs/9001", "catalogs")]
    public async Task Every_scope_has_fields(string scope, string entityType) =>
        Assert.All((await GetAsync(scope + "/custom_fields")).Items("custom_fields"), field => Assert.Equal(entityType, field!["entity_type"]!.ToString()));

    [Fact]
    public async Task A_category_keeps_its_tree()
    {
        var reply = await PatchAsync("catalogs/9001/custom_fields/5064", """{"nested":[{"value":"Свет","sort":0,"request_id":"a"},{"value":"Люстры","sort":0,"parent_request_id":"a"}]}""");
        var nested = reply.Json["nested"]!.AsArray();
        Assert.Equal(nested[0]!["id"]!.ToString(), nested[1]!["parent_id"]!.ToString());
    }

    [Fact]
    public async Task Filters_select_and_an_empty_page_is_204()
    {
        Assert.Equal([5024], (await GetAsync("leads/custom_fields?filter[type][]=numeric")).Ids("custom_fields"));
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("catalogs/9002/custom_fields")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("leads/custom_fields/1")).Status);
        Assert.IsType<JsonArray>((await GetAsync("contacts/custom_fields/5002")).Json["enums"]);
    }
}
