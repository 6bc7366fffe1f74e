using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>Why amoCRM refused a request.</summary>
public sealed class ProblemDto
{
    public string? Title { get; set; }

    public string? Detail { get; set; }

    public string? Type { get; set; }

    public int? Status { get; set; }

    [JsonPropertyName("validation-errors")]
    [JsonProperty("validation-errors")]
    public List<ProblemItemDto>? ValidationErrors { get; set; }
}
