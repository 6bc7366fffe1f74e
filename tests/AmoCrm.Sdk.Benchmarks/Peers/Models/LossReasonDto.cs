namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A reason why a lead was lost.</summary>
public sealed partial class LossReasonDto
{
    public long Id { get; set; }

    public string? Name { get; set; }

    public int? Sort { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
