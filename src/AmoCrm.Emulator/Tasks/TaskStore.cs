namespace AmoCrm.Emulator.Tasks;

/// <summary>The tasks of an account.</summary>
internal sealed class TaskStore
{
    private readonly SortedDictionary<long, JsonObject> _tasks = [];
    private readonly Dictionary<EntityRef, List<JsonObject>> _byEntity = [];

    /// <summary>By id.</summary>
    public IEnumerable<JsonObject> All => _tasks.Values;

    public JsonObject? Find(long id) => _tasks.GetValueOrDefault(id);

    public void Add(JsonObject task)
    {
        _tasks.Add(task.Long("id")!.Value, task);
        OnEntity(task).Add(task);
    }

    /// <summary>Changes a task, which may move it to another entity.</summary>
    public void Change(JsonObject task, Action change)
    {
        OnEntity(task).Remove(task);
        change();
        OnEntity(task).Add(task);
    }

    public bool Delete(AccountState account, long id, long userId)
    {
        if (Find(id) is not { } task)
        {
            return false;
        }

        _tasks.Remove(id);
        OnEntity(task).Remove(task);
        account.Events.Add("task_deleted", new EntityRef("tasks", id), userId);
        return true;
    }

    /// <summary>The nearest deadline of the open tasks on an entity; null without any.</summary>
    public long? ClosestDeadline(EntityRef entity) =>
        _byEntity.TryGetValue(entity, out var tasks) ? tasks.Where(task => task.Flag("is_completed") == false).Min(task => task.Long("complete_till")) : null;

    /// <summary>The tasks on the same entity as this one; those without an entity are together.</summary>
    private List<JsonObject> OnEntity(JsonObject task)
    {
        var entity = new EntityRef(task.Text("entity_type") ?? string.Empty, task.Long("entity_id") ?? 0);
        if (!_byEntity.TryGetValue(entity, out var tasks))
        {
            _byEntity[entity] = tasks = [];
        }

        return tasks;
    }
}
