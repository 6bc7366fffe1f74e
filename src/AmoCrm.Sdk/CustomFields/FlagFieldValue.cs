using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>A yes or no: fields of type <c>checkbox</c>.</summary>
public sealed record FlagFieldValue : CustomFieldValue
{
    private readonly bool _value;

    /// <summary>Whether the box is ticked.</summary>
    public required bool Value
    {
        get => _value;
        init
        {
            _value = value;
            Wire = null;
        }
    }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Value ? "true" : "false";

    internal override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteBoolean("value"u8, Value);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
