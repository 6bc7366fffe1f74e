using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A lead to create.</summary>
public sealed partial class NewLeadDto
{
    public string? Name { get; set; }

    public decimal? Price { get; set; }

    [JsonPropertyName("_embedded")]
    [JsonProperty("_embedded")]
    public NewLeadEmbeddedDto? Embedded { get; set; }

    public long? PipelineId { get; set; }

    public long? StatusId { get; set; }

    public long? ResponsibleUserId { get; set; }

    public List<FieldDto>? CustomFieldsValues { get; set; }

    public string? RequestId { get; set; }
}
