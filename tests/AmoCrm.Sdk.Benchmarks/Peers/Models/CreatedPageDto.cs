using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>The answer to a request that created leads.</summary>
public sealed partial class CreatedPageDto
{
    [JsonPropertyName("_embedded")]
    [JsonProperty("_embedded")]
    public CreatedEmbeddedDto? Embedded { get; set; }
}
