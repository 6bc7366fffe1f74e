namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A tag.</summary>
public sealed partial class TagDto
{
    public long? Id { get; set; }

    public string? Name { get; set; }

    public string? Color { get; set; }

    public string? RequestId { get; set; }
}
