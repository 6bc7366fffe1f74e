namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A contact by its id.</summary>
public sealed partial class ContactReferenceDto
{
    public long Id { get; set; }

    public bool? IsMain { get; set; }
}
