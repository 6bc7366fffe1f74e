namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>Details of a link.</summary>
public sealed partial class LinkMetadataDto
{
    public bool? MainContact { get; set; }

    public bool? IsMain { get; set; }

    public decimal? Quantity { get; set; }

    public long? CatalogId { get; set; }

    public long? PriceId { get; set; }

    public long? UpdatedBy { get; set; }
}
