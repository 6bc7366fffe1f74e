namespace AmoCrm.Emulator.Tasks;

/// <summary><c>/api/v4/tasks</c>.</summary>
internal static class TaskRoutes
{
    private const string Path = "/api/v4/tasks";

    public static void Add(RouteTable routes)
    {
        routes.Get(Path, List).Paged().Query(
            "order[created_at]", "order[complete_till]", "order[id]", "filter[responsible_user_id]", "filter[is_completed]", "filter[task_type]",
            "filter[entity_type]", "filter[entity_id]", "filter[id]", "filter[updated_at]", "filter[updated_at][from]", "filter[updated_at][to]");
        routes.Get(Path + "/{id}", Get);
        routes.Post(Path, Create);
        routes.Patch(Path, UpdateMany);
        routes.Patch(Path + "/{id}", UpdateOne);
        routes.Delete(Path + "/{id}", Delete).When(behaviour => behaviour.DeleteRoute == DeleteRoute.Exists);
    }

    private static Answer List(EmulatorRequest request)
    {
        var query = request.Query;
        if (query.Has("filter", "entity_id") && !query.Has("filter", "entity_type"))
        {
            return Problems.BadRequest("filter[entity_id] needs filter[entity_type]");
        }

        var tasks = request.Account.Tasks.All.Where(task =>
            Matches(query, task, "responsible_user_id", "responsible_user_id")
            && Matches(query, task, "task_type", "task_type_id")
            && Matches(query, task, "entity_type", "entity_type")
            && Matches(query, task, "entity_id", "entity_id")
            && Matches(query, task, "id", "id")
            && MatchesCompletion(query, task)
            && TimeFilter.Matches(query, task.Long("updated_at"), "filter", "updated_at"));
        var ordered = Ordering.Apply(query, tasks, "created_at", "complete_till", "id");
        return request.Page("tasks", ordered, task => TaskView.Of(request, task));
    }

    private static Answer Get(EmulatorRequest request) =>
        request.Account.Tasks.Find(request.Id()) is { } task
            ? Answer.Ok(TaskView.Of(request, task))
            : MissingObjects.Answer(request, "Task not found");

    private static Answer Create(EmulatorRequest request) => BatchCreation.Run(
        request,
        "tasks",
        TaskShapes.Create,
        (item, errors) => TaskRules.Check(request.Account, item, errors),
        (item, requestId) =>
        {
            var id = TaskWriter.Create(request, item).Long("id")!.Value;
            return new JsonObject
            {
                ["id"] = id,
                ["request_id"] = requestId,
                ["_links"] = request.Account.Self($"tasks/{id}"),
            };
        });

    private static Answer UpdateMany(EmulatorRequest request)
    {
        var items = request.Batch();
        BatchValidation.Check(request, items, TaskShapes.Update.And(new Member("id", Shape.Int, Required: true)), (item, errors) =>
        {
            if (request.Account.Tasks.Find(item.Long("id")!.Value) is null)
            {
                errors.Add(FieldError.NotSupportedChoice("id"));
            }

            TaskRules.Check(request.Account, item, errors);
        });
        var updated = items.Select((item, index) => Update(request, request.Account.Tasks.Find(item.Long("id")!.Value)!, item, index));
        return Answer.Ok(request.Collection("tasks", updated));
    }

    private static Answer UpdateOne(EmulatorRequest request)
    {
        var item = request.Object();
        if (request.Account.Tasks.Find(request.Id()) is not { } task)
        {
            return Problems.Validation([ItemErrors.Of(request, item, 0, [FieldError.NotSupportedChoice("id")])]);
        }

        BatchValidation.Check(request, item, TaskShapes.Update.And(new Member("id", Shape.Int)), (json, errors) => TaskRules.Check(request.Account, json, errors));
        return Answer.Ok(Update(request, task, item, index: 0));
    }

    private static JsonObject Update(EmulatorRequest request, JsonObject task, JsonObject item, int index)
    {
        TaskWriter.Update(request, task, item);
        return new JsonObject
        {
            ["id"] = task.Long("id"),
            ["updated_at"] = task.Long("updated_at"),
            ["request_id"] = BatchValidation.RequestId(item, index),
            ["_links"] = request.Account.Self($"tasks/{task.Long("id")}"),
        };
    }

    private static Answer Delete(EmulatorRequest request) =>
        request.Account.Tasks.Delete(request.Account, request.Id(), request.UserId) ? Answer.NoContent : Problems.NotFound("Task not found");

    private static bool Matches(QueryTree query, JsonObject task, string filter, string member)
    {
        var wanted = query.Values("filter", filter);
        return wanted.Count == 0 || wanted.Contains(task.Text(member) ?? string.Empty, StringComparer.Ordinal);
    }

    private static bool MatchesCompletion(QueryTree query, JsonObject task)
    {
        var wanted = query.Values("filter", "is_completed");
        return wanted.Count == 0 || wanted.Contains(task.Flag("is_completed") == true ? "1" : "0", StringComparer.Ordinal);
    }
}
