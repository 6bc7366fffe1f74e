using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Events;

public sealed class EventTests : EmulatorTest
{
    [Fact]
    public async Task An_event_is_listed_newest_first_and_read_by_its_id()
    {
        var id = await CreateAsync("leads", """{"name":"Событие"}""");
        var logged = (await GetAsync("events?limit=1")).Items("events")[0]!;
        Assert.Equal(("lead_added", "lead", id), (logged["type"]!.ToString(), logged["entity_type"]!.ToString(), logged["entity_id"]!.GetValue<long>()));
        Assert.Matches("^[0-9a-z]{26}$", logged["id"]!.ToString());
        Assert.NotNull(logged["value_after"]![0]!["note"]!["id"]);
        Assert.Equal(logged.ToJsonString(), (await GetAsync($"events/{logged["id"]}")).Json.ToJsonString());
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("events/01pz58t6p04ymgsgfbmfyfy1mf")).Status);
    }

    [Fact]
    public async Task Ids_are_unique()
    {
        var ids = (await GetAsync("events?limit=100")).Items("events").Select(item => item!["id"]!.ToString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Changes_of_a_lead_are_logged_with_old_and_new_values()
    {
        await PatchAsync("leads/12001", """
            {"name":"Новая","price":5,"status_id":700103,"responsible_user_id":8001002,"tags_to_add":[{"name":"срочно"}],
             "custom_fields_values":[{"field_id":5022,"values":[{"enum_id":5203}]}]}
            """);
        await AssertLoggedAsync("name_field_changed", """[{"name_field_value":{"name":"Новая"}}]""", """[{"name_field_value":{"name":"Кухня для офиса"}}]""");
        await AssertLoggedAsync("sale_field_changed", """[{"sale_field_value":{"sale":5}}]""", """[{"sale_field_value":{"sale":185000}}]""");
        await AssertLoggedAsync("lead_status_changed", """[{"lead_status":{"id":700103,"pipeline_id":7001}}]""", """[{"lead_status":{"id":700102,"pipeline_id":7001}}]""");
        await AssertLoggedAsync("entity_responsible_changed", """[{"responsible_user":{"id":8001002}}]""", """[{"responsible_user":{"id":8001001}}]""");
        await AssertLoggedAsync("entity_tag_added", """[{"tag":{"name":"срочно"}}]""", "[]");
        await AssertLoggedAsync(
            "custom_field_5022_value_changed",
            """[{"custom_field_value":{"field_id":5022,"field_type":4,"enum_id":5203,"text":"Рекомендация"}}]""",
            """[{"custom_field_value":{"field_id":5022,"field_type":4,"enum_id":5201,"text":"Сайт"}}]""");
        Assert.Single(await EventsAsync("custom_field_value_changed"));
    }

    [Fact]
    public async Task Nothing_is_logged_where_nothing_changed()
    {
        await PatchAsync("leads/12001", """{"name":"Кухня для офиса","price":185000,"custom_fields_values":[{"field_id":5022,"values":[{"enum_id":5201}]}]}""");
        Assert.Empty(await EventsAsync("name_field_changed"));
        Assert.Empty(await EventsAsync("sale_field_changed"));
        Assert.Empty(await EventsAsync("custom_field_5022_value_changed"));
    }

    [Fact]
    public async Task Filters_select()
    {
        Assert.Equal(2, (await GetAsync("events?filter[type][]=incoming_call&filter[type][]=outgoing_call")).Items("events").Count);
        Assert.All((await GetAsync("events?filter[entity]=contact&filter[entity_id][]=10001")).Items("events"), item => Assert.Equal(10001, item!["entity_id"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("events?filter[created_by]=8001003")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("events?filter[created_at][to]=1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("events?filter[created_at]=1")).Status);
        await PatchAsync("leads/12001", """{"status_id":700104}""");
        Assert.Single((await GetAsync("events?filter[type]=lead_status_changed&filter[value_after][leads_statuses][0][pipeline_id]=7001&filter[value_after][leads_statuses][0][status_id]=700104")).Items("events"));
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("events?filter[type]=lead_status_changed&filter[value_after][leads_statuses][0][pipeline_id]=7001&filter[value_after][leads_statuses][0][status_id]=142")).Status);
        Assert.Empty(Crm.Requests.SelectMany(request => request.UnknownQueryKeys));
    }

    [Theory]
    [InlineData("filter[entity_id]=10001")]
    [InlineData("filter[entity]=lead&filter[entity_id]=1,2,3,4,5,6,7,8,9,10,11")]
    [InlineData("filter[type]=custom_field_5022_value_changed,lead_added")]
    public async Task Filters_that_amocrm_refuses_are_400(string query) => Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("events?" + query)).Status);

    [Fact]
    public async Task Both_forms_of_list_filters_are_a_switch()
    {
        const string Comma = "events?filter[type]=incoming_call,outgoing_call";
        const string Brackets = "events?filter[type][]=incoming_call&filter[type][]=outgoing_call";
        Assert.Equal((2, 2), (await CountAsync(Comma), await CountAsync(Brackets)));
        Crm.Behaviour.EventFilterForms = EventFilterForms.BracketsOnly;
        Assert.Equal(2, await CountAsync(Brackets));
        Assert.True(await CountAsync(Comma) > 2);
        Crm.Behaviour.EventFilterForms = EventFilterForms.CommaOnly;
        Assert.Equal(2, await CountAsync(Comma));
        Assert.True(await CountAsync(Brackets) > 2);
    }

    [Fact]
    public async Task A_page_holds_one_hundred_at_most()
    {
        await PostAsync("companies", $"[{string.Join(',', Enumerable.Repeat("""{"name":"К"}""", 120))}]");
        Assert.Equal(100, (await GetAsync("events?limit=100")).Items("events").Count);
        Assert.Equal(50, (await GetAsync("events?limit=250")).Items("events").Count);
    }

    [Fact]
    public async Task Names_and_types_are_told_when_asked_for()
    {
        var named = (await GetAsync("events?with=contact_name&filter[entity]=contact&filter[entity_id]=10001")).Items("events")[0]!;
        Assert.Equal("Пётр Иванов", named["_embedded"]!["entity"]!["name"]!.ToString());
        var types = (await GetAsync("events/types?language_code=en")).Json;
        Assert.Equal(types["_total_items"]!.GetValue<int>(), types["_embedded"]!["events_types"]!.AsArray().Count);
        Assert.Equal("""{"key":"lead_added","type":1,"lang":"Lead added"}""", types["_embedded"]!["events_types"]![0]!.ToJsonString());
    }

    private async Task<int> CountAsync(string path) => (await GetAsync(path)).Items("events").Count;

    private async Task AssertLoggedAsync(string type, string after, string before)
    {
        var logged = (await EventsAsync(type))[0]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(after), logged["value_after"]), logged["value_after"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(before), logged["value_before"]), logged["value_before"]!.ToJsonString());
    }
}
