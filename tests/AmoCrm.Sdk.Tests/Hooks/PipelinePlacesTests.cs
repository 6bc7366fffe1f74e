using AmoCrm.Sdk.Hooks;

namespace AmoCrm.Sdk.Tests.Hooks;

public sealed class PipelinePlacesTests
{
    [Theory]
    [InlineData("""{"id":1,"sort":10},{"id":2,"sort":30},{"id":142,"sort":10000},{"id":143,"sort":11000}""", 40)]
    [InlineData("""{"id":142,"sort":10000},{"id":143,"sort":11000}""", 10)]
    [InlineData("""{"id":1,"sort":9995},{"id":142,"sort":10000}""", 9996)]
    [InlineData("""{"id":1,"sort":9999},{"id":142,"sort":10000}""", 9999)]
    public async Task A_stage_goes_behind_the_last_one_and_in_front_of_the_final_ones(string statuses, int expected)
    {
        var transport = new ScriptedTransport().Answers("/api/v4/leads/pipelines/7/statuses", $$$"""{"_total_items":4,"_embedded":{"statuses":[{{{statuses}}}]}}""");

        var stage = new CreateStatusArguments(7, new CreateStatusRequest { Name = "Contract" });

        Assert.Equal(expected, await DefaultHooks.NextStageSortAsync(HookApi.Over(transport), stage, null, default));
    }

    [Fact]
    public async Task A_pipeline_goes_behind_the_last_one()
    {
        var transport = new ScriptedTransport().Answers("/api/v4/leads/pipelines", """{"_embedded":{"pipelines":[{"id":1,"sort":20},{"id":2,"sort":"10"}]}}""");

        Assert.Equal(30, await DefaultHooks.NextPipelineSortAsync(HookApi.Over(transport), "arguments", null, default));
    }

    [Fact]
    public async Task A_place_that_was_given_costs_no_request()
    {
        var transport = new ScriptedTransport();
        var stage = new CreateStatusArguments(7, new CreateStatusRequest { Name = "Contract" });

        Assert.Equal(5, await DefaultHooks.NextStageSortAsync(HookApi.Over(transport), stage, 5, default));
        Assert.Equal(5, await DefaultHooks.NextPipelineSortAsync(HookApi.Over(transport), "arguments", 5, default));
        Assert.Empty(transport.Asked);
    }

    [Fact]
    public async Task A_pipeline_that_is_not_there_fails_the_call()
    {
        var transport = new ScriptedTransport().Answers("/api/v4/leads/pipelines/7/statuses", """{"title":"Not found","status":404}""", 404);

        await Assert.ThrowsAnyAsync<AmoCrmApiException>(() => PipelinePlaces.NextStageSortAsync(HookApi.Over(transport), 7, default));
    }

    [Fact]
    public async Task Nothing_there_is_the_first_place()
    {
        var transport = new ScriptedTransport().Answers("/api/v4/leads/pipelines", string.Empty, 204);

        Assert.Equal(10, await PipelinePlaces.NextPipelineSortAsync(HookApi.Over(transport), default));
    }
}
