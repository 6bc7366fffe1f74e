using AmoCrm.Sdk;

namespace AmoCrm.Cli.Demo.Chapters;

/// <summary>What the manager has promised, moved, done, and no longer needs.</summary>
internal sealed class TasksChapter : IDemoChapter
{
    private const string Deadline = "2030-06-01T12:00:00";
    private const string Outcome = "Замер сделан: 14 м²";

    // Noon in Moscow, where the demo's account is.
    private static readonly DateTimeOffset DeadlineInMoscow = new(2030, 6, 1, 12, 0, 0, TimeSpan.FromHours(3));

    public string Title => "Tasks";

    public IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(
            "amocrm_create_task",
            Typed: async (demo, token) =>
            {
                var request = new CreateTaskRequest { Text = "Позвонить и договориться о замере", EntityType = EntityType.Leads, EntityId = demo.Story.LeadId, Fetch = true };
                var created = await demo.CallAsync(amo => amo.Tasks.CreateAsync(request, token)).ConfigureAwait(false);
                demo.Story.TaskId = created.Id;
                Check.Equal(demo.Story.LeadId, created.Task?.EntityId, "the lead that the task is on");
                Check.Equal("23:59:59", created.Task?.CompleteTill?.ToOffset(DeadlineInMoscow.Offset).ToString("HH:mm:ss"), "a deadline that was not given");
                return "due at the end of today";
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"text": "Отправить эскиз", "entity_type": "leads", "entity_id": "{{demo.Story.LeadId}}", "complete_till": "", "fetch": true}""";
                var created = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                demo.Story.TaskId = created.Id();
                Check.Equal(demo.Story.LeadId, created.Id("task.entity_id"), "the lead that the task is on");
                return "due at the end of today";
            }),
        new(
            "amocrm_update_task",
            Typed: async (demo, token) =>
            {
                var request = new UpdateTaskRequest { CompleteTill = Deadline, TaskTypeId = TaskType.Meeting };
                var updated = await demo.CallAsync(amo => amo.Tasks.UpdateAsync(demo.Story.TaskId, request, token)).ConfigureAwait(false);
                Check.Equal(demo.Story.TaskId, updated.Id, "the id of the task");
                return $"moved to {Deadline}";
            },
            ByName: async (demo, token) =>
            {
                var arguments = $$"""{"task_id": {{demo.Story.TaskId}}, "complete_till": "{{Deadline}}", "task_type_id": 2}""";
                var updated = await demo.CallByNameAsync(arguments, token).ConfigureAwait(false);
                Check.Equal(demo.Story.TaskId, updated.Id(), "the id of the task");
                return $"moved to {Deadline}";
            }),
        new(
            "amocrm_get_task",
            Typed: async (demo, token) =>
            {
                var task = await demo.CallAsync(amo => amo.Tasks.GetAsync(demo.Story.TaskId, token)).ConfigureAwait(false);
                Check.Equal(DeadlineInMoscow, Check.Found(task, "the task").CompleteTill, "the deadline in the account's time zone");
                Check.Equal(TaskType.Meeting, task!.TaskTypeId, "the kind of the task");
                return "a meeting at noon in Moscow";
            },
            ByName: async (demo, token) =>
            {
                var task = await demo.CallByNameAsync($$"""{"task_id": "{{demo.Story.TaskId}}"}""", token).ConfigureAwait(false);
                Check.Equal(DeadlineInMoscow.ToUnixTimeSeconds(), task.Id("complete_till"), "the deadline in the account's time zone");
                return "a meeting at noon in Moscow";
            }),
        new(
            "amocrm_complete_task",
            Typed: async (demo, token) =>
            {
                var request = new CompleteTaskRequest { ResultText = Outcome, Fetch = true };
                var completed = await demo.CallAsync(amo => amo.Tasks.CompleteAsync(demo.Story.TaskId, request, token)).ConfigureAwait(false);
                Check.That(completed.Task?.IsCompleted == true, "the task is done");
                Check.Equal(Outcome, completed.Task?.Result?.Text, "the outcome");
                return Outcome;
            },
            ByName: async (demo, token) =>
            {
                var completed = await demo.CallByNameAsync($$"""{"task_id": {{demo.Story.TaskId}}, "result_text": "{{Outcome}}", "fetch": true}""", token).ConfigureAwait(false);
                Check.That(completed.Flag("task.is_completed"), "the task is done");
                Check.Equal(Outcome, completed.Text("task.result.text"), "the outcome");
                return Outcome;
            }),
        new(
            "amocrm_delete_task",
            Typed: async (demo, token) =>
            {
                var task = await demo.Amo.Tasks.CreateAsync(new CreateTaskRequest { Text = "Лишняя задача" }, token).ConfigureAwait(false);
                await Check.FailsAsync<AmoCrmNotSupportedException>(() => demo.Amo.Tasks.DeleteAsync(task.Id, cancellationToken: token), "'not supported' without a fallback").ConfigureAwait(false);
                var request = new DeleteTaskRequest { Fallback = TaskDeleteFallback.Complete };
                var deleted = await demo.CallAsync(amo => amo.Tasks.DeleteAsync(task.Id, request, token)).ConfigureAwait(false);
                Check.That(!deleted.Deleted && deleted.Via == DeletionRoute.Complete, "the answer says that the task was completed, not deleted");
                return await ReadBackAsync(demo, task.Id, token).ConfigureAwait(false);
            },
            ByName: async (demo, token) =>
            {
                var task = await demo.Amo.Tasks.CreateAsync(new CreateTaskRequest { Text = "Лишняя задача" }, token).ConfigureAwait(false);
                var deleted = await demo.CallByNameAsync($$"""{"task_id": {{task.Id}}, "fallback": "complete"}""", token).ConfigureAwait(false);
                Check.Equal("complete", deleted.Text("via"), "the way it went");
                return await ReadBackAsync(demo, task.Id, token).ConfigureAwait(false);
            }),
    ];

    private static async Task<string> ReadBackAsync(DemoTelling demo, long taskId, CancellationToken token)
    {
        var task = Check.Found(await demo.Amo.Tasks.GetAsync(taskId, token).ConfigureAwait(false), "the task");
        Check.That(task.IsCompleted == true && task.Result?.Text == "deleted", "the task is closed with the outcome 'deleted'");
        return "no such route: closed instead";
    }
}
