namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A lead that was created.</summary>
public sealed partial class CreatedDto
{
    public long Id { get; set; }

    public string? RequestId { get; set; }
}
