namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>A custom field of an entity.</summary>
public sealed partial class FieldDto
{
    public long? FieldId { get; set; }

    public string? FieldName { get; set; }

    public string? FieldCode { get; set; }

    public string? FieldType { get; set; }

    public List<FieldValueDto>? Values { get; set; }
}
