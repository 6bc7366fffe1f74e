namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A catalog element of a lead.</summary>
public sealed partial class CatalogElementDto
{
    public long Id { get; set; }

    public LinkMetadataDto? Metadata { get; set; }
}
