namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>Changes of a lead; what is null stays as it is.</summary>
public sealed class LeadPatchDto
{
    public string? Name { get; set; }

    public decimal? Price { get; set; }

    public long? PipelineId { get; set; }

    public long? StatusId { get; set; }

    public long? ResponsibleUserId { get; set; }

    public List<FieldDto>? CustomFieldsValues { get; set; }

    public List<TagDto>? TagsToAdd { get; set; }
}
