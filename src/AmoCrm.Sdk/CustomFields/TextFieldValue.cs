using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>A text: fields of type <c>text</c>, <c>textarea</c>, <c>url</c>, <c>streetaddress</c> and <c>tracking_data</c>.</summary>
public sealed record TextFieldValue : CustomFieldValue
{
    /// <summary>The text.</summary>
    public required string Value { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Value;

    internal override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteString("value"u8, Value);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
