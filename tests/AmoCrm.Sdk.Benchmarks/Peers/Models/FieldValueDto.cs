namespace AmoCrm.Sdk.Benchmarks.Peers.Models;

/// <summary>One of the values of a custom field.</summary>
public sealed partial class FieldValueDto
{
    public object? Value { get; set; }

    public long? EnumId { get; set; }

    public string? EnumCode { get; set; }
}
