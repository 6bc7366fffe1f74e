namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>An entity by its id.</summary>
public sealed partial class ReferenceDto
{
    public long Id { get; set; }
}
