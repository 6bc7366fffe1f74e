namespace AmoCrm.Emulator.Tasks;

/// <summary>The tasks of an account.</summary>
internal sealed class TaskStore
{
    private readonly SortedDictionary<long, JsonObject> _tasks = [];

    public IEnumerable<JsonObject> All => _tasks.Values;

    public JsonObject? Find(long id) => _tasks.GetValueOrDefault(id);

    public void Add(JsonObject task) => _tasks.Add(task.Long("id")!.Value, task);

    public bool Delete(AccountState account, long id, long userId)
    {
        if (!_tasks.Remove(id))
        {
            return false;
        }

        account.Events.Add("task_deleted", new EntityRef("tasks", id), userId);
        return true;
    }

    /// <summary>The nearest deadline of the open tasks on an entity; null without any.</summary>
    public long? ClosestDeadline(EntityRef entity) =>
        _tasks.Values.Where(task => IsOn(task, entity) && task.Flag("is_completed") == false).Min(task => task.Long("complete_till"));

    private static bool IsOn(JsonObject task, EntityRef entity) => task.Text("entity_type") == entity.Type && task.Long("entity_id") == entity.Id;
}
