namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>What is embedded in a lead.</summary>
public sealed partial class LeadEmbeddedDto
{
    public List<TagDto>? Tags { get; set; }

    public List<ReferenceDto>? Companies { get; set; }

    public List<ContactReferenceDto>? Contacts { get; set; }

    public List<CatalogElementDto>? CatalogElements { get; set; }

    public List<LossReasonDto>? LossReason { get; set; }

    public LeadSourceDto? Source { get; set; }
}
