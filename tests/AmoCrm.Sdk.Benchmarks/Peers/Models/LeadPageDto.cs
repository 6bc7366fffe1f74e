using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A page of leads.</summary>
public sealed partial class LeadPageDto
{
    [JsonPropertyName("_page")]
    [JsonProperty("_page")]
    public int? Page { get; set; }

    [JsonPropertyName("_embedded")]
    [JsonProperty("_embedded")]
    public LeadPageEmbeddedDto? Embedded { get; set; }
}
