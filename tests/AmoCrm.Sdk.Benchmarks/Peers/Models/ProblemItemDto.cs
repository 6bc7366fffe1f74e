namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>What is wrong with one item of a request.</summary>
public sealed class ProblemItemDto
{
    public string? RequestId { get; set; }

    public List<ProblemErrorDto>? Errors { get; set; }
}
