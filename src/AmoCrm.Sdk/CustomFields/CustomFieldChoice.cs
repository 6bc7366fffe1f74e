using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>One of a field's fixed choices, or one text of a multitext field with the label it has.</summary>
public sealed record CustomFieldChoice
{
    /// <summary>The choice as people see it; in a multitext field the text itself, such as a phone number.</summary>
    public string? Value { get; init; }

    /// <summary>Id of the choice or label.</summary>
    public long? EnumId { get; init; }

    /// <summary>Code of the choice or label, such as <c>WORK</c>.</summary>
    public string? EnumCode { get; init; }

    /// <summary>Members that this type does not declare, kept as they came; null when there were none.</summary>
    public AdditionalData? AdditionalData { get; init; }

    /// <summary>True when the code came under the key <c>enum</c>, as older answers have it; it is then in <see cref="AdditionalData"/> as well.</summary>
    [JsonIgnore]
    internal bool IsOldKey { get; init; }

    /// <summary>The id and the code only: a value may be a phone number.</summary>
    /// <returns>For example <c>CustomFieldChoice { EnumId = 1, EnumCode = WORK }</c>.</returns>
    public override string ToString() => $"{nameof(CustomFieldChoice)} {{ EnumId = {EnumId}, EnumCode = {EnumCode} }}";
}
