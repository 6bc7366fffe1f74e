namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>Where the created leads of an answer are.</summary>
public sealed partial class CreatedEmbeddedDto
{
    public List<CreatedDto>? Leads { get; set; }
}
