namespace AmoCrm.Emulator.Pipelines;

/// <summary>Pipelines with their stages, and the reasons for losing.</summary>
internal sealed class PipelineStore
{
    private readonly List<JsonObject> _pipelines = [];
    private readonly Dictionary<long, List<JsonObject>> _statuses = [];

    /// <summary>In the order in which people see them.</summary>
    public IEnumerable<JsonObject> All => _pipelines.OrderBy(pipeline => pipeline.Long("sort")).ThenBy(pipeline => pipeline.Long("id"));

    public int Count => _pipelines.Count;

    public JsonObject Main => _pipelines.Find(pipeline => pipeline.Flag("is_main") == true) ?? _pipelines[0];

    public List<JsonObject> LossReasons { get; } = [];

    public JsonObject? Find(long id) => _pipelines.Find(pipeline => pipeline.Long("id") == id);

    public JsonObject? FindLossReason(long id) => LossReasons.Find(reason => reason.Long("id") == id);

    public void Add(JsonObject pipeline)
    {
        _pipelines.Add(pipeline);
        _statuses[pipeline.Long("id")!.Value] = [];
    }

    public void Remove(JsonObject pipeline)
    {
        _pipelines.Remove(pipeline);
        _statuses.Remove(pipeline.Long("id")!.Value);
    }

    public List<JsonObject> StatusesOf(long pipelineId) => _statuses[pipelineId];

    /// <summary>The stages that are shown: the unsorted one only where it is on.</summary>
    public IEnumerable<JsonObject> VisibleStatuses(JsonObject pipeline) =>
        StatusesOf(pipeline.Long("id")!.Value)
            .Where(status => status.Long("type") != 1 || pipeline.Flag("is_unsorted_on") == true)
            .OrderBy(status => status.Long("sort")).ThenBy(status => status.Long("id"));

    public JsonObject? FindStatus(long pipelineId, long statusId) =>
        _statuses.TryGetValue(pipelineId, out var statuses) ? statuses.Find(status => status.Long("id") == statusId) : null;

    /// <summary>The pipeline of a stage that is in one pipeline only.</summary>
    public long? PipelineOfStatus(long statusId) =>
        _statuses.Where(pair => pair.Value.Exists(status => status.Long("id") == statusId)).Select(pair => (long?)pair.Key).FirstOrDefault();

    /// <summary>Where a new lead lands: the first stage after the unsorted one.</summary>
    public long FirstStatus(long pipelineId) =>
        StatusesOf(pipelineId).Where(status => status.Long("type") == 0).OrderBy(status => status.Long("sort")).First().Long("id")!.Value;

    /// <summary>There is one main pipeline.</summary>
    public void MakeMain(JsonObject main)
    {
        foreach (var pipeline in _pipelines)
        {
            pipeline["is_main"] = ReferenceEquals(pipeline, main);
        }
    }
}
