namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>Where the leads of a page are.</summary>
public sealed partial class LeadPageEmbeddedDto
{
    public List<LeadDto>? Leads { get; set; }
}
