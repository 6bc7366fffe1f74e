using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>A moment: fields of type <c>date</c>, <c>date_time</c> and <c>birthday</c>, which amoCRM sends as unix seconds.</summary>
public sealed record DateFieldValue : CustomFieldValue
{
    private readonly DateTimeOffset _value;

    /// <summary>The moment, in UTC. A date without a time is a midnight of the account's time zone.</summary>
    public required DateTimeOffset Value
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
    public override string? Text => Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteStartObject();
        writer.WriteNumber("value"u8, Value.ToUnixTimeSeconds());
        writer.WriteEndObject();
        writer.WriteEndArray();
    }
}
