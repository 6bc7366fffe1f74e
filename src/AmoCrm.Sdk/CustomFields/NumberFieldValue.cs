using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>A number: fields of type <c>numeric</c>, <c>price</c> and <c>monetary</c>. amoCRM sends most of them as text.</summary>
public sealed record NumberFieldValue : CustomFieldValue
{
    private readonly decimal _value;

    /// <summary>The number.</summary>
    public required decimal Value
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
    public override string? Text => Value.ToString(CultureInfo.InvariantCulture);

    internal override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteNumber("value"u8, Value);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
