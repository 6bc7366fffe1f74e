using System.Net;

namespace AmoCrm.Emulator.Tests.Pipelines;

public sealed class PipelineTests : EmulatorTest
{
    private const string New = """{"name":"Опт","sort":30,"is_main":false,"is_unsorted_on":true,"request_id":"123","_embedded":{"statuses":[{"id":142,"name":"Продано"},{"name":"Заявка","sort":10,"color":"#fffeb2"}]}}""";

    [Fact]
    public async Task Every_pipeline_has_the_system_stages()
    {
        var list = (await GetAsync("leads/pipelines")).Json;
        Assert.Equal(2, list["_total_items"]!.GetValue<int>());
        foreach (var pipeline in list["_embedded"]!["pipelines"]!.AsArray())
        {
            var statuses = pipeline!["_embedded"]!["statuses"]!.AsArray();
            Assert.Equal(1, statuses[0]!["type"]!.GetValue<int>());
            Assert.Equal([142, 143], statuses.TakeLast(2).Select(status => status!["id"]!.GetValue<int>()));
            Assert.All(statuses, status => Assert.False(status!.AsObject().ContainsKey("descriptions")));
        }
    }

    [Fact]
    public async Task A_new_pipeline_answers_whole_with_renamed_final_stages()
    {
        var pipeline = (await PostAsync("leads/pipelines", $"[{New}]")).Items("pipelines").Single()!;
        Assert.Equal("123", pipeline["request_id"]!.ToString());
        Assert.Equal(["Неразобранное", "Заявка", "Продано", "Закрыто и не реализовано"], pipeline["_embedded"]!["statuses"]!.AsArray().Select(status => status!["name"]!.ToString()));
        Assert.Equal("Успешно реализовано", (await GetAsync("leads/pipelines/7001/statuses/142")).Json["name"]!.ToString());
    }

    [Theory]
    [InlineData("""[{"name":"Опт","sort":30,"is_main":false,"is_unsorted_on":true}]""", "FieldMissing _embedded.statuses")]
    [InlineData("""[{"name":"Опт","sort":30,"is_main":false,"_embedded":{"statuses":[{"name":"a"}]}}]""", "FieldMissing is_unsorted_on")]
    [InlineData("""[{"name":"Опт","sort":30,"is_main":false,"is_unsorted_on":true,"_embedded":{"statuses":[{"name":"a","color":"#000000"}]}}]""", "NotSupportedChoice _embedded.statuses.0.color")]
    public async Task Wrong_pipelines_are_refused(string body, string error) => Assert.Equal([error], (await PostAsync("leads/pipelines", body)).Errors());

    [Fact]
    public async Task An_update_takes_an_object_and_there_is_one_main_pipeline()
    {
        var reply = await PatchAsync("leads/pipelines/7002", """{"name":"Повтор","is_main":true,"is_unsorted_on":false}""");
        Assert.Equal("Повтор", reply.Json["name"]!.ToString());
        Assert.Equal("0", reply.Json["request_id"]!.ToString());
        Assert.DoesNotContain(reply.Json["_embedded"]!["statuses"]!.AsArray(), status => status!["type"]!.GetValue<int>() == 1);
        Assert.False((await GetAsync("leads/pipelines/7001")).Json["is_main"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.BadRequest, (await PatchAsync("leads/pipelines/7002", "{}")).Status);
        Assert.Equal(["FieldNotExpected _embedded"], (await PatchAsync("leads/pipelines/7002", """{"_embedded":{"statuses":[]}}""")).Errors());
    }

    [Fact]
    public async Task A_batch_update_is_a_switch()
    {
        const string Pipelines = """[{"id":7002,"name":"Б"}]""";
        const string Statuses = """[{"id":700102,"name":"В"}]""";
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await PatchAsync("leads/pipelines", Pipelines)).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await PatchAsync("leads/pipelines/7001/statuses", Statuses)).Status);
        Crm.Behaviour.PipelineBatchPatch = true;
        Assert.Equal("Б", (await PatchAsync("leads/pipelines", Pipelines)).Items("pipelines")[0]!["name"]!.ToString());
        Assert.Equal("В", (await PatchAsync("leads/pipelines/7001/statuses", Statuses)).Items("statuses")[0]!["name"]!.ToString());
    }

    [Fact]
    public async Task A_pipeline_with_leads_stays()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await DeleteAsync("leads/pipelines/7001")).Status);
        var id = (await PostAsync("leads/pipelines", $"[{New}]")).Ids("pipelines").Single();
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync($"leads/pipelines/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync($"leads/pipelines/{id}")).Status);
        Crm.Behaviour.MissingPipeline = MissingObjectAnswer.NoContent;
        Assert.Equal(HttpStatusCode.NoContent, (await GetAsync($"leads/pipelines/{id}")).Status);
    }

    [Fact]
    public async Task An_account_has_fifty_pipelines_at_most()
    {
        await PostAsync("leads/pipelines", $"[{string.Join(',', Enumerable.Repeat(New, 48))}]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("leads/pipelines", $"[{New}]")).Status);
    }

    [Fact]
    public async Task Stages_are_made_changed_and_deleted()
    {
        var created = (await PostAsync("leads/pipelines/7001/statuses", """[{"name":"Сборка","sort":55,"color":"#c1e0ff","descriptions":[{"level":"newbie","description":"Позвать мастера"}]}]""")).Items("statuses").Single()!;
        Assert.Equal("Позвать мастера", created["descriptions"]![0]!["description"]!.ToString());
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$", created["descriptions"]![0]!["created_at"]!.ToString());
        var path = $"leads/pipelines/7001/statuses/{created["id"]}";
        Assert.Equal("Монтаж", (await PatchAsync(path, """{"name":"Монтаж"}""")).Json["name"]!.ToString());
        Assert.Single((await GetAsync(path + "?with=descriptions")).Json["descriptions"]!.AsArray());
        await PatchAsync("leads/12001", $$"""{"status_id":{{created["id"]}}}""");
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(path)).Status);
        Assert.Equal(700_101, (await GetAsync("leads/12001")).Json["status_id"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path)).Status);
        Assert.Equal("Pipeline not found", (await GetAsync("leads/pipelines/1/statuses")).Json["detail"]!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await DeleteAsync("leads/pipelines/7001/statuses/142")).Status);
    }

    [Theory]
    [InlineData("""[{"name":"a"}]""", "FieldMissing sort")]
    [InlineData("""[{"name":"a","sort":1,"type":0}]""", "FieldNotExpected type")]
    [InlineData("""[{"name":"a","sort":1,"color":"red"}]""", "NotSupportedChoice color")]
    public async Task Wrong_stages_are_refused(string body, string error) => Assert.Equal([error], (await PostAsync("leads/pipelines/7001/statuses", body)).Errors());

    [Fact]
    public async Task Loss_reasons_are_there_or_not()
    {
        Assert.Equal([21001, 21002], (await GetAsync("leads/loss_reasons")).Ids("loss_reasons"));
        Assert.Equal("Слишком дорого", (await GetAsync("leads/loss_reasons/21001")).Json["name"]!.ToString());
        Crm.Behaviour.LossReasonsAvailable = false;
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("leads/loss_reasons")).Status);
    }
}
