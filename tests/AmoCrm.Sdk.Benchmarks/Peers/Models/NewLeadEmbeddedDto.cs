namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>What a new lead is linked with.</summary>
public sealed partial class NewLeadEmbeddedDto
{
    public List<ReferenceDto>? Contacts { get; set; }

    public List<ReferenceDto>? Companies { get; set; }

    public List<TagDto>? Tags { get; set; }
}
