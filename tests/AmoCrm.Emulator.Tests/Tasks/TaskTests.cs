using System.Net;

namespace AmoCrm.Emulator.Tests.Tasks;

public sealed class TaskTests : EmulatorTest
{
    [Fact]
    public async Task An_open_task_has_an_empty_array_for_a_result()
    {
        Assert.Equal("[]", (await GetAsync("tasks/14001")).Json["result"]!.ToJsonString());
        Crm.Behaviour.EmptyTaskResultAsArray = false;
        Assert.Null((await GetAsync("tasks/14001")).Json["result"]);
        Assert.Equal("Доставили вечером", (await GetAsync("tasks/14003")).Json["result"]!["text"]!.ToString());
    }

    [Fact]
    public async Task A_task_is_made_for_the_current_user_and_moves_the_nearest_deadline()
    {
        var id = await CreateAsync("tasks", """{"text":"Перезвонить","complete_till":1767225600,"entity_id":12002,"entity_type":"leads","request_id":"example"}""");
        var task = (await GetAsync($"tasks/{id}")).Json;
        Assert.Equal((EmulatorDemo.AdminId, 1), (task["responsible_user_id"]!.GetValue<long>(), task["task_type_id"]!.GetValue<int>()));
        Assert.Equal(1_767_225_600, (await GetAsync("leads/12002")).Json["closest_task_at"]!.GetValue<long>());
        Assert.Equal(id, (await EventsAsync("task_added"))[0]!["entity_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Completing_logs_both_events_and_answers_the_request_id()
    {
        var reply = await PatchAsync("tasks/14001", """{"is_completed":true,"result":{"text":"Договорились"}}""");
        Assert.Equal(["id", "updated_at", "request_id", "_links"], reply.Json.AsObject().Select(member => member.Key));
        Assert.Equal("0", reply.Json["request_id"]!.ToString());
        Assert.Equal("Договорились", (await GetAsync("tasks/14001")).Json["result"]!["text"]!.ToString());
        Assert.Equal(14001, (await EventsAsync("task_completed"))[0]!["entity_id"]!.GetValue<int>());
        Assert.NotNull((await EventsAsync("task_result_added"))[0]!["value_after"]![0]!["note"]!["id"]);
    }

    [Fact]
    public async Task Changes_are_logged_with_old_and_new_values()
    {
        await PatchAsync("tasks", """[{"id":14001,"text":"Другое","complete_till":1800000000,"task_type_id":2,"responsible_user_id":8001003}]""");
        Assert.Equal("Другое", (await EventsAsync("task_text_changed"))[0]!["value_after"]![0]!["task"]!["text"]!.ToString());
        Assert.Equal(1_800_000_000, (await EventsAsync("task_deadline_changed"))[0]!["value_after"]![0]!["task_deadline"]!["timestamp"]!.GetValue<long>());
        Assert.Equal(1, (await EventsAsync("task_type_changed"))[0]!["value_before"]![0]!["task_type"]!["id"]!.GetValue<int>());
        Assert.Equal(8_001_003, (await EventsAsync("entity_responsible_changed"))[0]!["value_after"]![0]!["responsible_user"]!["id"]!.GetValue<int>());
        Assert.Equal(267_001, (await GetAsync("tasks/14001")).Json["group_id"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("filter[task_type][]=2", new long[] { 14002 })]
    [InlineData("filter[is_completed]=1", new long[] { 14003 })]
    [InlineData("filter[is_completed][]=0", new long[] { 14001, 14002 })]
    [InlineData("filter[entity_type]=leads&filter[entity_id][]=12001", new long[] { 14001 })]
    [InlineData("filter[responsible_user_id]=8001002", new long[] { 14002 })]
    [InlineData("filter[id][]=14003&filter[id][]=14001", new long[] { 14001, 14003 })]
    [InlineData("filter[updated_at]=1720600000", new long[] { 14002 })]
    [InlineData("order[complete_till]=desc", new long[] { 14002, 14001, 14003 })]
    [InlineData("filter[task_type_id]=2", new long[] { 14001, 14002, 14003 })] // the wrong key is ignored, as in amoCRM
    public async Task Filters_and_orders_select(string query, long[] ids) => Assert.Equal(ids, (await GetAsync("tasks?" + query)).Ids("tasks"));

    [Theory]
    [InlineData("""[{"text":"a"}]""", "FieldMissing complete_till")]
    [InlineData("""[{"text":"a","complete_till":""}]""", "InvalidType complete_till")]
    [InlineData("""[{"text":"a","complete_till":1,"task_type_id":77}]""", "NotSupportedChoice task_type_id")]
    [InlineData("""[{"text":"a","complete_till":1,"entity_id":12001}]""", "FieldMissing entity_type")]
    [InlineData("""[{"text":"a","complete_till":1,"entity_id":1,"entity_type":"leads"}]""", "NotSupportedChoice entity_id")]
    [InlineData("""[{"text":"a","complete_till":1,"entity_type":"lead"}]""", "NotSupportedChoice entity_type")]
    public async Task Wrong_tasks_are_refused(string body, string error) => Assert.Equal([error], (await PostAsync("tasks", body)).Errors());

    [Fact]
    public async Task A_filter_by_entity_id_needs_a_type_and_a_missing_task_is_a_switch()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync("tasks?filter[entity_id]=12001")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync("tasks/1")).Status);
        Crm.Behaviour.MissingById = MissingObjectAnswer.NotFound;
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("tasks/1")).Status);
    }
}
