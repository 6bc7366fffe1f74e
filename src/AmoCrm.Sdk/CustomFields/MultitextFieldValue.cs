using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// Several texts, each with a label: fields of type <c>multitext</c> (phones, e-mail addresses, messengers) and <c>smart_address</c>, whose
/// labels are <c>address_line_1</c>, <c>city</c> and so on.
/// </summary>
public sealed record MultitextFieldValue : CustomFieldValue
{
    /// <summary>The texts with their labels.</summary>
    public required IReadOnlyList<CustomFieldChoice> Items { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Items.Count == 0 ? null : Items[0].Value;

    internal override void WriteValues(Utf8JsonWriter writer) => JsonWrite.List(writer, Items, CustomFieldChoiceJson.Write);
}
