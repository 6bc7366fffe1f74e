namespace AmoCrm.Emulator.Entities;

/// <summary>A pipeline and a stage in it.</summary>
internal sealed record LeadStage(long PipelineId, long StatusId)
{
    public const long Won = 142;
    public const long Lost = 143;

    public bool IsFinal => StatusId is Won or Lost;

    /// <summary>
    /// Where a write puts a lead; null where no such stage exists. A stage alone names its pipeline, but 142 and 143 are in all of them:
    /// alone they mean the lead's own pipeline, or the main one for a new lead.
    /// </summary>
    public static LeadStage? Resolve(AccountState account, JsonObject item, EntityRecord? record)
    {
        var status = item.Long("status_id");
        var pipeline = item.Long("pipeline_id")
            ?? (status is null or Won or Lost ? null : account.Pipelines.PipelineOfStatus(status.Value))
            ?? record?.Fields.Long("pipeline_id")
            ?? account.Pipelines.Main.Long("id")!.Value;
        if (account.Pipelines.Find(pipeline) is null)
        {
            return null;
        }

        if (status is { } given)
        {
            return account.Pipelines.FindStatus(pipeline, given) is null ? null : new LeadStage(pipeline, given);
        }

        return new LeadStage(pipeline, account.Pipelines.FirstStatus(pipeline));
    }
}
