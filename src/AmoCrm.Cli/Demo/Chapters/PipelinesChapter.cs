using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>The salon begins to make kitchens to order: a pipeline of their own.</summary>
internal sealed class PipelinesChapter : IDemoChapter
{
    private const string MainPipeline = "Продажи";
    private const string Stage = "Замер на месте";
    private const string RenamedStage = "Замер и эскиз";

    public string Title => "A pipeline for kitchens";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_list_pipelines",
            Typed: async (demo, token) =>
            {
                var pipelines = await demo.CallAsync(amo => amo.Pipelines.ListAsync(cancellationToken: token)).ConfigureAwait(false);
                Check.That(pipelines.Any(static pipeline => pipeline.Name == MainPipeline && pipeline.IsMain == true), $"the main pipeline is {MainPipeline}");
                return $"main: {MainPipeline}";
            },
            ByName: async (demo, token) =>
            {
                var pipelines = await demo.CallByNameAsync("""{"entity_type": "leads"}""", token).ConfigureAwait(false);
                Check.That(pipelines.ItemWith("name", MainPipeline, "the main pipeline").Flag("is_main"), $"{MainPipeline} is the main pipeline");
                return $"main: {MainPipeline}";
            }),
        new(
            "amocrm_create_pipeline",
            Typed: async (demo, token) =>
            {
                var request = new CreatePipelineRequest { Name = demo.Story.Pipeline, Statuses = ["Заявка", "Проект", "Сборка"] };
                var pipeline = await demo.CallAsync(amo => amo.Pipelines.CreateAsync(request, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.Pipeline, pipeline.Name, "the name of the pipeline");
                Check.That(pipeline.Statuses?.Any(static stage => stage.Name == "Сборка") == true, "the pipeline has the stages that were given");
                demo.Story.PipelineId = pipeline.Id;
                return $"{pipeline.Statuses?.Count} stages";
            },
            ByName: async (demo, token) =>
            {
                var pipeline = await demo.CallByNameAsync($$"""{"name": "{{demo.Story.Pipeline}}"}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.Pipeline, pipeline.Text("name"), "the name of the pipeline");
                Check.That(pipeline.At("_embedded.statuses").HasItemWith("name", "Новая"), "a pipeline without stages gets one named 'Новая'");
                demo.Story.PipelineId = pipeline.Id();
                return $"{pipeline.At("_embedded.statuses").GetArrayLength()} stages";
            }),
        new(
            "amocrm_update_pipeline",
            Typed: async (demo, token) =>
            {
                var pipeline = await demo.CallAsync(amo => amo.Pipelines.UpdateAsync(demo.Story.PipelineId, new UpdatePipelineRequest { Sort = 900 }, token)).ConfigureAwait(false);
                Check.Equal(900, pipeline.Sort, "the new position");
                Check.Equal(demo.Story.Pipeline, pipeline.Name, "the name, which was not sent,");
                return "sort 900";
            },
            ByName: async (demo, token) =>
            {
                var pipeline = await demo.CallByNameAsync($$"""{"pipeline_id": {{demo.Story.PipelineId}}, "sort": 910}""", token).ConfigureAwait(false);
                Check.Equal("910", pipeline.Text("sort"), "the new position");
                return "sort 910";
            }),
        new(
            "amocrm_create_status",
            Typed: async (demo, token) =>
            {
                var request = new CreateStatusRequest { Name = Stage, Color = PipelineStatusColor.Orange };
                var stage = await demo.CallAsync(amo => amo.Pipelines.CreateStatusAsync(demo.Story.PipelineId, request, token)).ConfigureAwait(false);
                Check.Equal(Stage, stage.Name, "the name of the stage");
                Check.Equal(PipelineStatusColor.Orange, stage.Color, "its colour");
                demo.Story.StageId = stage.Id;
                return Stage;
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"pipeline_id": "{{demo.Story.PipelineId}}", "name": "{{Stage}}", "color": "#ffce5a", "type": 0}""";
                var stage = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal(Stage, stage.Text("name"), "the name of the stage");
                demo.Story.StageId = stage.Id();
                return Stage;
            }),
        new(
            "amocrm_update_status",
            Typed: async (demo, token) =>
            {
                var request = new UpdateStatusRequest { Name = RenamedStage };
                var stage = await demo.CallAsync(amo => amo.Pipelines.UpdateStatusAsync(demo.Story.PipelineId, demo.Story.StageId, request, token)).ConfigureAwait(false);
                Check.Equal(RenamedStage, stage.Name, "the new name of the stage");
                Check.Equal(PipelineStatusColor.Orange, stage.Color, "its colour, which was not sent,");
                return RenamedStage;
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"pipeline_id": {{demo.Story.PipelineId}}, "status_id": {{demo.Story.StageId}}, "name": "{{RenamedStage}}"}""";
                var stage = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal(RenamedStage, stage.Text("name"), "the new name of the stage");
                return RenamedStage;
            }),
        new(
            "amocrm_list_statuses",
            Typed: async (demo, token) =>
            {
                var stages = await demo.CallAsync(amo => amo.Pipelines.ListStatusesAsync(demo.Story.PipelineId, cancellationToken: token)).ConfigureAwait(false);
                Check.That(stages.Any(stage => stage.Id == demo.Story.StageId && stage.Name == RenamedStage), $"the stage {RenamedStage} is listed");
                return $"{stages.Count} stages";
            },
            ByName: async (demo, token) =>
            {
                var stages = await demo.CallByNameAsync($$"""{"pipeline_id": {{demo.Story.PipelineId}}}""", token).ConfigureAwait(false);
                Check.Equal(demo.Story.StageId, stages.ItemWith("name", RenamedStage, "the stage").Id(), "the id of the stage");
                return $"{stages.GetArrayLength()} stages";
            }),
        new(
            "amocrm_get_pipeline",
            Typed: async (demo, token) =>
            {
                var pipeline = await demo.CallAsync(amo => amo.Pipelines.GetAsync(demo.Story.PipelineId, cancellationToken: token)).ConfigureAwait(false);
                Check.Equal(900, Check.Found(pipeline, "the pipeline").Sort, "the position that was written");
                return demo.Story.Pipeline;
            },
            ByName: async (demo, token) =>
            {
                var pipeline = await demo.CallByNameAsync($$"""{"pipeline_id": {{demo.Story.PipelineId}}}""", token).ConfigureAwait(false);
                Check.Equal("910", pipeline.Text("sort"), "the position that was written");
                return demo.Story.Pipeline;
            }),
    ];
}
