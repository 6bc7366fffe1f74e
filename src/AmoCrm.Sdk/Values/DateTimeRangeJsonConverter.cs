using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads a <see cref="DateTimeRange"/> from <c>{"from", "to"}</c> or from one time, which means "since".</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateTimeRangeJsonConverter : JsonConverter<DateTimeRange>
{
    /// <inheritdoc/>
    public override DateTimeRange? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeRange value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads a range; times are unix seconds or ISO 8601 text.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The range; null for null.</returns>
    /// <exception cref="JsonException">The value is no range or has another member than <c>from</c> and <c>to</c>.</exception>
    public static DateTimeRange? ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonRead.UnixTimeOrNull(ref reader) is { } since ? new DateTimeRange(since) : null;
        }

        var (from, to) = RangeJson.Read(ref reader, JsonRead.UnixTimeOrNull);
        return new DateTimeRange(from, to);
    }

    /// <summary>Writes the ends as unix seconds.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The range.</param>
    public static void WriteValue(Utf8JsonWriter writer, DateTimeRange value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        JsonWrite.UnixTime(writer, "from"u8, value.From);
        JsonWrite.UnixTime(writer, "to"u8, value.To);
        writer.WriteEndObject();
    }
}
