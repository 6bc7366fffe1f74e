using AmoCrm.Sdk.Hooks;

namespace AmoCrm.Sdk.Tests.Hooks;

public sealed class FirstStageTests
{
    [Theory]
    [InlineData("acme.amocrm.ru", "Новая")]
    [InlineData("acme.amocrm.com", "New")]
    [InlineData("acme.kommo.com", "New")]
    [InlineData(null, "New")]
    public void The_first_stage_speaks_the_language_of_the_host(string? host, string name)
    {
        Assert.Equal(name, DefaultHooks.FirstStageName(host));
    }

    [Fact]
    public async Task A_pipeline_without_stages_gets_one()
    {
        var stage = Assert.Single(await StagesAsync(null));

        Assert.Equal(("New", 10, PipelineStatusColor.PaleYellow), (stage.Name, stage.Sort, stage.Color));
    }

    [Fact]
    public async Task Renaming_the_final_stages_does_not_count_as_a_stage()
    {
        var stages = await StagesAsync([new() { Id = 142, Name = "Sold" }]);

        Assert.Equal(["New", "Sold"], stages.Select(stage => stage.Name));
        Assert.Null(stages[1].Sort);
    }

    [Fact]
    public async Task Stages_without_a_place_get_one_in_their_order()
    {
        var stages = await StagesAsync(["First", new() { Name = "Second", Sort = 50 }, "Third", new() { Id = 143, Name = "Lost" }]);

        Assert.Equal([10, 50, 60, null], stages.Select(stage => stage.Sort));
    }

    private static async Task<IReadOnlyList<PipelineStatusInput>> StagesAsync(IReadOnlyList<PipelineStatusInput>? given) =>
        (await DefaultHooks.FirstStageAsync(HookApi.Over(new ScriptedTransport()), "arguments", given, default))!;
}
