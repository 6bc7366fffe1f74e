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
            IsBit = false;
        }
    }

    /// <summary>True when the value came as 0 or 1.</summary>
    internal bool IsBit { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => Value ? "true" : "false";

    internal override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        if (IsBit)
        {
            writer.WriteNumber("value"u8, Value ? 1 : 0);
        }
        else
        {
            writer.WriteBoolean("value"u8, Value);
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
