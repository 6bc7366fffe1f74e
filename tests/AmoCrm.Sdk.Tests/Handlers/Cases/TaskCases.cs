namespace AmoCrm.Sdk.Tests.Handlers.Cases;

internal static class TaskCases
{
    private const string Written = """{"_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/tasks"}},"_embedded":{"tasks":[{"id":71050,"request_id":"0","_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/tasks/71050"}}}]}}""";

    private const string Updated = """{"id":71001,"updated_at":1700050900,"request_id":"0","_links":{"self":{"href":"https://verba.amocrm.ru/api/v4/tasks/71001"}}}""";

    public static IReadOnlyList<HandlerCase> All { get; } =
    [
        new()
        {
            Name = "amocrm_create_task",
            Call = static async amo => await amo.Tasks.CreateAsync(new()
            {
                Text = "Замер зала",
                EntityType = EntityType.Leads,
                EntityId = 21001,
                CompleteTill = AccountTime.FromUnixSeconds(1700060000),
                TaskTypeId = TaskType.Meeting,
                ResponsibleUserId = 8102,
                Duration = 1800,
                IsCompleted = true,
                ResultText = "Замерили",
                CreatedBy = 0,
            }),
            Arguments = """
                {"text":"Замер зала","entity_type":"lead","entity_id":21001,"complete_till":1700060000,"task_type_id":2,"responsible_user_id":8102,"duration":1800,
                 "is_completed":true,"result_text":"Замерили","created_by":0}
                """,
            Exchanges =
            [
                new("POST /api/v4/tasks")
                {
                    Body = """
                        [{"text":"Замер зала","entity_type":"leads","entity_id":21001,"complete_till":1700060000,"task_type_id":2,"responsible_user_id":8102,"duration":1800,
                          "is_completed":true,"result":{"text":"Замерили"},"created_by":0}]
                        """,
                    Answer = Written,
                },
            ],
            Check = static result => Assert.Equal(71050, Assert.IsType<CreateTaskResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_create_task: by the end of today",
            Call = static async amo => await amo.Tasks.CreateAsync(new() { Text = "Позвонить" }),
            Arguments = """{"text":"Позвонить","complete_till":""}""",
            Exchanges =
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("POST /api/v4/tasks") { Body = $$"""[{"text":"Позвонить","complete_till":{{TestAccount.EndOfToday}}}]""", Answer = Written },
            ],
            Check = static result => Assert.Equal(71050, Assert.IsType<CreateTaskResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_create_task: a time of the account's zone",
            Call = static async amo => await amo.Tasks.CreateAsync(new() { Text = "Позвонить", CompleteTill = "2026-03-15T10:00:00" }),
            Arguments = """{"text":"Позвонить","complete_till":"2026-03-15T10:00:00"}""",
            Exchanges =
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("POST /api/v4/tasks") { Body = """[{"text":"Позвонить","complete_till":1773558000}]""", Answer = Written },
            ],
            Check = static result => Assert.Equal(71050, Assert.IsType<CreateTaskResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_create_task: a time with an offset, read back",
            Call = static async amo => await amo.Tasks.CreateAsync(new() { Text = "Позвонить", CompleteTill = "2026-03-15T10:00:00+03:00", Fetch = true }),
            Arguments = """{"text":"Позвонить","complete_till":"2026-03-15T10:00:00+03:00","fetch":true}""",
            Exchanges =
            [
                new("POST /api/v4/tasks") { Body = """[{"text":"Позвонить","complete_till":1773558000}]""", Answer = Written },
                new("GET /api/v4/tasks/71050") { Answer = "task.json" },
            ],
            Check = static result => Assert.Equal("Замер зала", Assert.IsType<CreateTaskResult>(result).Task!.Text),
        },
        new()
        {
            Name = "amocrm_update_task",
            Call = static async amo => await amo.Tasks.UpdateAsync(71001, new()
            {
                Text = "Замер двух залов",
                CompleteTill = "2026-03-15T10:00:00",
                ResponsibleUserId = 8101,
                TaskTypeId = TaskType.FollowUp,
                EntityType = EntityType.Companies,
                EntityId = 31001,
            }),
            Arguments = """
                {"task_id":71001,"text":"Замер двух залов","complete_till":"2026-03-15T10:00:00","responsible_user_id":8101,"task_type_id":1,"entity_type":"company","entity_id":31001}
                """,
            Exchanges =
            [
                new(TestAccount.Read) { Answer = "account.json" },
                new("PATCH /api/v4/tasks/71001")
                {
                    Body = """{"text":"Замер двух залов","complete_till":1773558000,"responsible_user_id":8101,"task_type_id":1,"entity_type":"companies","entity_id":31001}""",
                    Answer = Updated,
                },
            ],
            Check = static result =>
            {
                var updated = Assert.IsType<UpdateTaskResult>(result);
                Assert.Equal(71001, updated.Id);
                Assert.Equal("0", updated.RequestId);
                Assert.Equal(1700050900, updated.UpdatedAt!.Value.ToUnixTimeSeconds());
            },
        },
        new()
        {
            // No deadline is given, so none is made up; null is what the caller wrote.
            Name = "amocrm_update_task: only what was assigned",
            Call = static async amo => await amo.Tasks.UpdateAsync(71001, new() { Duration = null, ResponsibleUserId = 8101 }),
            Arguments = """{"task_id":71001,"duration":null,"responsible_user_id":8101}""",
            Exchanges = [new("PATCH /api/v4/tasks/71001") { Body = """{"responsible_user_id":8101,"duration":null}""", Answer = Updated }],
            Check = static result => Assert.Equal(71001, Assert.IsType<UpdateTaskResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_update_task: taken off its entity",
            Call = static async amo => await amo.Tasks.UpdateAsync(71001, new() { EntityType = null, EntityId = null }),
            Arguments = """{"task_id":71001,"entity_type":null,"entity_id":null}""",
            Exchanges = [new("PATCH /api/v4/tasks/71001") { Body = """{"entity_type":null,"entity_id":null}""", Answer = Updated }],
            Check = static result => Assert.Equal(71001, Assert.IsType<UpdateTaskResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_complete_task",
            Call = static async amo => await amo.Tasks.CompleteAsync(71001, new() { ResultText = "Замерили" }),
            Arguments = """{"task_id":71001,"result_text":"Замерили"}""",
            Exchanges = [new("PATCH /api/v4/tasks/71001") { Body = """{"is_completed":true,"result":{"text":"Замерили"}}""", Answer = Updated }],
            Check = static result => Assert.Equal(71001, Assert.IsType<CompleteTaskResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_complete_task: without words",
            Call = static async amo => await amo.Tasks.CompleteAsync(71001),
            Arguments = """{"task_id":71001}""",
            Exchanges = [new("PATCH /api/v4/tasks/71001") { Body = """{"is_completed":true}""", Answer = Updated }],
            Check = static result => Assert.Equal(71001, Assert.IsType<CompleteTaskResult>(result).Id),
        },
        new()
        {
            Name = "amocrm_get_task",
            Call = static async amo => await amo.Tasks.GetAsync(71001),
            Arguments = """{"task_id":71001}""",
            Exchanges = [new("GET /api/v4/tasks/71001") { Answer = "task.json" }],
            Check = static result =>
            {
                var task = Assert.IsType<CrmTask>(result);
                Assert.Equal(TaskType.Meeting, task.TaskTypeId);
                Assert.Equal(EntityType.Leads, task.EntityType);
                Assert.Equal("Замерили", task.Result!.Text);
                Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700060000), task.CompleteTill);
            },
        },
        new()
        {
            Name = "amocrm_get_task: missing",
            Call = static async amo => await amo.Tasks.GetAsync(404404),
            Arguments = """{"task_id":404404}""",
            Exchanges = [new("GET /api/v4/tasks/404404") { Status = 404, Answer = """{"title":"Not Found","status":404,"detail":"Task not found"}""" }],
            Check = Assert.Null,
            KeepsUnknownMembers = false,
        },
        new()
        {
            Name = "amocrm_list_tasks",
            Call = static async amo => await amo.Tasks.ListAsync(new()
            {
                Filter = new()
                {
                    ResponsibleUserIds = [8101, 8102],
                    IsCompleted = false,
                    TaskTypes = [TaskType.Meeting],
                    EntityType = EntityType.Leads,
                    EntityIds = [21001],
                    UpdatedAt = new DateTimeRange(DateTimeOffset.FromUnixTimeSeconds(1700000000)),
                },
                Order = new() { CompleteTill = SortDirection.Ascending },
            }),
            Arguments = """
                {"filter":{"responsible_user_id":[8101,8102],"is_completed":false,"task_type":[2],"entity_type":"lead","entity_id":[21001],"updated_at":{"from":1700000000}},
                 "order":{"complete_till":"asc"}}
                """,
            Exchanges =
            [
                new("GET /api/v4/tasks?filter[responsible_user_id][]=8101&filter[responsible_user_id][]=8102&filter[is_completed]=0&filter[task_type][]=2"
                    + "&filter[entity_type]=leads&filter[entity_id][]=21001&filter[updated_at][from]=1700000000&order[complete_till]=asc&page=1&limit=250") { Answer = "tasks.json" },
            ],
            Check = static result =>
            {
                // A task without an outcome has the empty array there.
                var page = Assert.IsType<Page<CrmTask>>(result);
                Assert.Null(page.Items[0].Result);
                Assert.False(page.Items[0].IsCompleted);
                Assert.Equal("Замерили", page.Items[1].Result!.Text);
            },
        },
        new()
        {
            Name = "amocrm_list_tasks: legacy filter keys",
            Call = static async amo => await amo.Tasks.ListAsync(new() { Filter = new() { IsCompleted = true, TaskTypes = [TaskType.FollowUp, TaskType.Meeting] } }),
            Arguments = """{"filter[is_completed]":1,"filter[task_type][]":["1",2]}""",
            Exchanges = [new("GET /api/v4/tasks?filter[is_completed]=1&filter[task_type][]=1&filter[task_type][]=2&page=1&limit=250") { Answer = "tasks.json" }],
            Check = static result => Assert.Equal(2, Assert.IsType<Page<CrmTask>>(result).Items.Count),
        },
        new()
        {
            Name = "amocrm_delete_task",
            Call = static async amo => await amo.Tasks.DeleteAsync(71001),
            Arguments = """{"task_id":71001}""",
            Exchanges = [new("DELETE /api/v4/tasks/71001") { Status = 204 }],
            Check = static result =>
            {
                var deleted = Assert.IsType<DeleteTaskResult>(result);
                Assert.True(deleted.Deleted);
                Assert.Equal(DeletionRoute.Delete, deleted.Via);
            },
        },
        new()
        {
            Name = "amocrm_delete_task: completed instead",
            Call = static async amo => await amo.Tasks.DeleteAsync(71001, new() { Fallback = TaskDeleteFallback.Complete }),
            Arguments = """{"task_id":71001,"fallback":"complete"}""",
            Exchanges =
            [
                new("DELETE /api/v4/tasks/71001") { Status = 405, Answer = """{"title":"Method Not Allowed","status":405}""" },
                new("PATCH /api/v4/tasks/71001") { Body = """{"is_completed":true,"result":{"text":"deleted"}}""", Answer = Updated },
            ],
            Check = static result =>
            {
                var deleted = Assert.IsType<DeleteTaskResult>(result);
                Assert.False(deleted.Deleted);
                Assert.Equal(DeletionRoute.Complete, deleted.Via);
                Assert.Equal(["complete"], deleted.CompletedSteps);
            },
            KeepsUnknownMembers = false,
        },
    ];
}
