namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class PipelineCases
{
    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_list_pipelines",
            Call = static async amo => await amo.Pipelines.ListAsync(),
            Arguments = """{"entity_type":"leads"}""",
            Exchanges = [new("GET /api/v4/leads/pipelines") { Answer = "pipelines.json" }],
            Check = static result =>
            {
                var pipelines = Assert.IsAssignableFrom<IReadOnlyList<Pipeline>>(result);
                Assert.Equal(["Стеллажи", "Опт"], pipelines.Select(static pipeline => pipeline.Name));
                Assert.Equal([6101, 6102, 6103, 142, 143], pipelines[0].Statuses!.Select(static status => status.Id));
                Assert.Equal(PipelineStatusType.Unsorted, pipelines[0].Statuses![0].Type);
                Assert.False(pipelines[0].IsArchived);
            },
        },
        new()
        {
            Name = "amocrm_get_pipeline",
            Call = static async amo => await amo.Pipelines.GetAsync(6100),
            Arguments = """{"pipeline_id":6100}""",
            Exchanges = [new("GET /api/v4/leads/pipelines/6100") { Answer = "pipeline.json" }],
            Check = static result => Assert.Equal("#99ccff", Assert.IsType<Pipeline>(result).Statuses![1].Color!.Value.Value),
        },
        new()
        {
            Name = "amocrm_get_pipeline: missing",
            Call = static async amo => await amo.Pipelines.GetAsync(404404),
            Arguments = """{"pipeline_id":404404}""",
            Exchanges = [new("GET /api/v4/leads/pipelines/404404") { Status = 404, Answer = """{"title":"Not Found","status":404,"detail":"Pipeline not found"}""" }],
            Check = Assert.Null,
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_create_pipeline",
            Call = static async amo => await amo.Pipelines.CreateAsync(new()
            {
                Name = "Реставрация",
                Sort = 40,
                IsMain = false,
                IsUnsortedOn = false,
                Statuses = [new() { Id = 142, Name = "Отдали" }, "Осмотр", new() { Name = "Работа", Sort = 30, Color = PipelineStatusColor.LightBlue }],
            }),
            Arguments = """
                {"name":"Реставрация","sort":40,"is_main":false,"is_unsorted_on":false,"statuses":[{"id":142,"name":"Отдали"},"Осмотр",{"name":"Работа","sort":30,"color":"#c1e0ff"}]}
                """,
            Exchanges =
            [
                new("POST /api/v4/leads/pipelines")
                {
                    Body = """
                        [{"name":"Реставрация","sort":40,"is_main":false,"is_unsorted_on":false,
                          "_embedded":{"statuses":[{"id":142,"name":"Отдали"},{"name":"Осмотр","sort":10},{"name":"Работа","sort":30,"color":"#c1e0ff"}]}}]
                        """,
                    Answer = "pipeline-created.json",
                },
            ],
            Check = static result => Assert.Equal(6300, Assert.IsType<Pipeline>(result).Id),
        },
        new()
        {
            // After the last one, unsorted on, not the main one, and one stage, which amoCRM insists on.
            Name = "amocrm_create_pipeline: defaults",
            Call = static async amo => await amo.Pipelines.CreateAsync(new() { Name = "Реставрация" }),
            Arguments = """{"name":"Реставрация"}""",
            Exchanges =
            [
                new("GET /api/v4/leads/pipelines") { Answer = "pipelines.json" },
                new("POST /api/v4/leads/pipelines")
                {
                    Body = """[{"name":"Реставрация","sort":40,"is_main":false,"is_unsorted_on":true,"_embedded":{"statuses":[{"name":"Новая","sort":10,"color":"#fffeb2"}]}}]""",
                    Answer = "pipeline-created.json",
                },
            ],
            Check = static result => Assert.Equal(6300, Assert.IsType<Pipeline>(result).Id),
        },
        new()
        {
            Name = "amocrm_update_pipeline",
            Call = static async amo => await amo.Pipelines.UpdateAsync(6100, new() { Name = "Полки", Sort = 20, IsMain = true, IsUnsortedOn = false }),
            Arguments = """{"pipeline_id":6100,"name":"Полки","sort":20,"is_main":true,"is_unsorted_on":false}""",
            Exchanges = [new("PATCH /api/v4/leads/pipelines/6100") { Body = """{"name":"Полки","sort":20,"is_main":true,"is_unsorted_on":false}""", Answer = "pipeline.json" }],
            Check = static result => Assert.Equal(6100, Assert.IsType<Pipeline>(result).Id),
        },
        new()
        {
            Name = "amocrm_update_pipeline: only what was assigned",
            Call = static async amo => await amo.Pipelines.UpdateAsync(6100, new() { Sort = 20 }),
            Arguments = """{"pipeline_id":6100,"sort":20}""",
            Exchanges = [new("PATCH /api/v4/leads/pipelines/6100") { Body = """{"sort":20}""", Answer = "pipeline.json" }],
            Check = static result => Assert.Equal(6100, Assert.IsType<Pipeline>(result).Id),
        },
        new()
        {
            Name = "amocrm_list_statuses",
            Call = static async amo => await amo.Pipelines.ListStatusesAsync(6100, new() { With = [PipelineStatusInclude.Descriptions] }),
            Arguments = """{"pipeline_id":6100,"with":["descriptions"]}""",
            Exchanges = [new("GET /api/v4/leads/pipelines/6100/statuses?with=descriptions") { Answer = "statuses.json" }],
            Check = static result =>
            {
                var statuses = Assert.IsAssignableFrom<IReadOnlyList<PipelineStatus>>(result);
                Assert.Equal(5, statuses.Count);
                var description = Assert.Single(statuses[1].Descriptions!);
                Assert.Equal(UserRank.Newbie, description.Level);
                Assert.Equal("2024-02-01 10:00:00", description.CreatedAt);
            },
        },
        new()
        {
            // 10, 20 and 40 are taken by ordinary stages; 10000 and 11000 are the final ones.
            Name = "amocrm_create_status",
            Call = static async amo => await amo.Pipelines.CreateStatusAsync(6100, new()
            {
                Name = "Монтаж",
                Color = PipelineStatusColor.LightBlue,
                Descriptions = [new() { Level = UserRank.Newbie, Description = "Взять лестницу" }],
            }),
            Arguments = """{"pipeline_id":6100,"name":"Монтаж","color":"#c1e0ff","descriptions":[{"level":"newbie","description":"Взять лестницу"}],"type":0}""",
            Exchanges =
            [
                new("GET /api/v4/leads/pipelines/6100/statuses") { Answer = "statuses.json" },
                new("POST /api/v4/leads/pipelines/6100/statuses")
                {
                    Body = """[{"name":"Монтаж","sort":50,"color":"#c1e0ff","descriptions":[{"level":"newbie","description":"Взять лестницу"}]}]""",
                    Answer = "status-created.json",
                },
            ],
            Check = static result => Assert.Equal(6104, Assert.IsType<PipelineStatus>(result).Id),
        },
        new()
        {
            Name = "amocrm_create_status: at a place",
            Call = static async amo => await amo.Pipelines.CreateStatusAsync(6100, new() { Name = "Монтаж", Sort = 30 }),
            Arguments = """{"pipeline_id":6100,"name":"Монтаж","sort":30}""",
            Exchanges = [new("POST /api/v4/leads/pipelines/6100/statuses") { Body = """[{"name":"Монтаж","sort":30}]""", Answer = "status-created.json" }],
            Check = static result => Assert.Equal("0", Assert.IsType<PipelineStatus>(result).RequestId),
        },
        new()
        {
            Name = "amocrm_update_status",
            Call = static async amo => await amo.Pipelines.UpdateStatusAsync(6100, 6104, new()
            {
                Name = "Сборка",
                Color = PipelineStatusColor.Green,
                Descriptions = [new() { Id = 610201, Level = UserRank.Newbie }],
            }),
            Arguments = """{"pipeline_id":6100,"status_id":6104,"name":"Сборка","color":"#87f2c0","descriptions":[{"id":610201,"level":"newbie"}]}""",
            Exchanges =
            [
                new("PATCH /api/v4/leads/pipelines/6100/statuses/6104")
                {
                    Body = """{"name":"Сборка","color":"#87f2c0","descriptions":[{"id":610201,"level":"newbie"}]}""",
                    Answer = """{"id":6104,"name":"Сборка","sort":50,"is_editable":true,"pipeline_id":6100,"color":"#87f2c0","type":0,"account_id":7100,"request_id":"0"}""",
                },
            ],
            Check = static result => Assert.Equal(PipelineStatusColor.Green, Assert.IsType<PipelineStatus>(result).Color),
        },
        new()
        {
            Name = "amocrm_update_status: only what was assigned",
            Call = static async amo => await amo.Pipelines.UpdateStatusAsync(6100, 6104, new() { Sort = 60 }),
            Arguments = """{"pipeline_id":6100,"status_id":6104,"sort":60}""",
            Exchanges = [new("PATCH /api/v4/leads/pipelines/6100/statuses/6104") { Body = """{"sort":60}""", Answer = """{"id":6104,"sort":60}""" }],
            Check = static result => Assert.Equal(60, Assert.IsType<PipelineStatus>(result).Sort),
        },
    ];
}
