using System.Text.Json;
using System.Text.Json.Serialization;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk;

/// <summary>
/// The values of a field as amoCRM sent them: types whose value is an object (<c>legal_entity</c>, <c>items</c>, <c>file</c>, <c>payer</c>,
/// <c>supplier</c>, <c>chained_list</c>), types that this version does not know, and values that do not look like their type.
/// </summary>
public sealed record ObjectFieldValue : CustomFieldValue
{
    /// <summary>The member <c>values</c>: an array of objects that mostly have a <c>value</c>, or null when it was null or absent.</summary>
    public required JsonElement? Values { get; init; }

    /// <summary>The member <c>value</c> of the first object; the object itself where it has none; null without values.</summary>
    [JsonIgnore]
    public JsonElement? Value
    {
        get
        {
            if (Values is not { ValueKind: JsonValueKind.Array } values || values.GetArrayLength() == 0)
            {
                return null;
            }

            var first = values[0];
            return first.ValueKind == JsonValueKind.Object && first.TryGetProperty("value"u8, out var value) ? value : first;
        }
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Value is { } value && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
        ? value.ToString()
        : null;

    internal override void WriteValues(Utf8JsonWriter writer) => JsonWrite.Element(writer, Values ?? default);
}
