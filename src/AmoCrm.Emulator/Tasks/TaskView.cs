namespace AmoCrm.Emulator.Tasks;

/// <summary>The read form of a task: an absent result is an empty array.</summary>
internal static class TaskView
{
    public static JsonObject Of(EmulatorRequest request, JsonObject task)
    {
        var json = task.Copy();
        if (json["result"] is null && request.Behaviour.EmptyTaskResultAsArray)
        {
            json["result"] = new JsonArray();
        }

        json["_links"] = request.Account.Self($"tasks/{json.Long("id")}");
        return json;
    }
}
