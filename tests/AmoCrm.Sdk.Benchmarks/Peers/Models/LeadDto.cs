using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A lead, with all members that the SDK reads.</summary>
public sealed partial class LeadDto
{
    public long Id { get; set; }

    public string? Name { get; set; }

    public decimal? Price { get; set; }

    public decimal? PriceWithMinorUnits { get; set; }

    public long? ResponsibleUserId { get; set; }

    public long? GroupId { get; set; }

    public long? StatusId { get; set; }

    public long? PipelineId { get; set; }

    public long? LossReasonId { get; set; }

    public long? SourceId { get; set; }

    public long? CreatedBy { get; set; }

    public long? UpdatedBy { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? ClosestTaskAt { get; set; }

    public bool? IsDeleted { get; set; }

    public bool? IsUnsorted { get; set; }

    public List<FieldDto>? CustomFieldsValues { get; set; }

    public int? Score { get; set; }

    public long? AccountId { get; set; }

    public long? LaborCost { get; set; }

    public bool? IsPriceModifiedByRobot { get; set; }

    public string? VisitorUid { get; set; }

    [JsonPropertyName("_embedded")]
    [JsonProperty("_embedded")]
    public LeadEmbeddedDto? Embedded { get; set; }
}
