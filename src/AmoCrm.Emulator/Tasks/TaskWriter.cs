namespace AmoCrm.Emulator.Tasks;

/// <summary>Applies checked bodies to tasks, and logs what changed.</summary>
internal static class TaskWriter
{
    public static JsonObject Create(EmulatorRequest request, JsonObject item)
    {
        var account = request.Account;
        var task = new JsonObject
        {
            ["id"] = account.Ids.Next("tasks"),
            ["created_by"] = request.UserId,
            ["updated_by"] = request.UserId,
            ["created_at"] = request.Now,
            ["updated_at"] = request.Now,
            ["responsible_user_id"] = request.UserId,
            ["group_id"] = 0,
            ["entity_id"] = null,
            ["entity_type"] = null,
            ["duration"] = 0,
            ["is_completed"] = false,
            ["task_type_id"] = 1,
            ["text"] = string.Empty,
            ["result"] = null,
            ["complete_till"] = 0,
            ["account_id"] = account.Id,
        };
        Copy(account, task, item);
        account.Tasks.Add(task);
        account.Events.Add("task_added", Ref(task), request.UserId);
        LogCompletion(request, task, wasCompleted: false, item);
        return task;
    }

    public static void Update(EmulatorRequest request, JsonObject task, JsonObject item)
    {
        var before = task.Copy();
        task["updated_at"] = request.Now;
        task["updated_by"] = request.UserId;
        request.Account.Tasks.Change(task, () => Copy(request.Account, task, item));
        Log(request, task, before, "text", "task_text_changed", "task", "text");
        Log(request, task, before, "complete_till", "task_deadline_changed", "task_deadline", "timestamp");
        Log(request, task, before, "task_type_id", "task_type_changed", "task_type", "id");
        Log(request, task, before, "responsible_user_id", "entity_responsible_changed", "responsible_user", "id");
        LogCompletion(request, task, before.Flag("is_completed") == true, item);
    }

    private static void Copy(AccountState account, JsonObject task, JsonObject item)
    {
        foreach (var name in TaskShapes.Plain.Where(item.Has))
        {
            task[name] = item[name]?.DeepClone();
        }

        if (item.Child("result") is { } result)
        {
            task["result"] = result.DeepClone();
        }

        task["group_id"] = account.Users.GroupOf(task.Long("responsible_user_id")!.Value);
    }

    private static void LogCompletion(EmulatorRequest request, JsonObject task, bool wasCompleted, JsonObject item)
    {
        if (!wasCompleted && task.Flag("is_completed") == true)
        {
            request.Account.Events.Add("task_completed", Ref(task), request.UserId);
        }

        if (item.Child("result") is not null)
        {
            request.Account.Events.AddNote("task_result_added", Ref(task), request.UserId, request.Account.Ids.Next("system_notes"));
        }
    }

    private static void Log(EmulatorRequest request, JsonObject task, JsonObject before, string member, string type, string key, string name)
    {
        if (!JsonReading.AreEqual(before[member], task[member]))
        {
            request.Account.Events.Add(
                type, Ref(task), request.UserId, EventValue.Of(key, name, task[member]), EventValue.Of(key, name, before[member]));
        }
    }

    private static EntityRef Ref(JsonObject task) => new("tasks", task.Long("id")!.Value);
}
