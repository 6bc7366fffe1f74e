namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>One thing that is wrong.</summary>
public sealed class ProblemErrorDto
{
    public string? Code { get; set; }

    public string? Path { get; set; }

    public string? Detail { get; set; }
}
