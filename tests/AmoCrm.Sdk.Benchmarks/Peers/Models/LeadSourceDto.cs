namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>Where a lead came from.</summary>
public sealed partial class LeadSourceDto
{
    public long Id { get; set; }

    public string? Name { get; set; }
}
