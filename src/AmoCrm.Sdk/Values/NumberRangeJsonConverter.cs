using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads a <see cref="NumberRange"/> from <c>{"from", "to"}</c> or from one number, which is both ends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberRangeJsonConverter : JsonConverter<NumberRange>
{
    /// <inheritdoc/>
    public override NumberRange? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NumberRange value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads a range; numbers may be text.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The range; null for null.</returns>
    /// <exception cref="JsonException">The value is no range or has another member than <c>from</c> and <c>to</c>.</exception>
    public static NumberRange? ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonRead.DecimalOrNull(ref reader) is { } exact ? new NumberRange(exact, exact) : null;
        }

        var (from, to) = RangeJson.Read(ref reader, JsonRead.DecimalOrNull);
        return new NumberRange(from, to);
    }

    /// <summary>Writes the ends.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The range.</param>
    public static void WriteValue(Utf8JsonWriter writer, NumberRange value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        JsonWrite.Number(writer, "from"u8, value.From);
        JsonWrite.Number(writer, "to"u8, value.To);
        writer.WriteEndObject();
    }
}
