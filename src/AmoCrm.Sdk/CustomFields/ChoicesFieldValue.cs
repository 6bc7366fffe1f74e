using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>Any number of a list of choices: fields of type <c>multiselect</c>.</summary>
public sealed record ChoicesFieldValue : CustomFieldValue
{
    /// <summary>The choices.</summary>
    public required IReadOnlyList<CustomFieldChoice> Choices { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Choices.Count == 0 ? null : string.Join(", ", Choices.Select(static choice => choice.Value));

    internal override void WriteValues(Utf8JsonWriter writer) => JsonWrite.List(writer, Choices, CustomFieldChoiceJson.Write);
}
