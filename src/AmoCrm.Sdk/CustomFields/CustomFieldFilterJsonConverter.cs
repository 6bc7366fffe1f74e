using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>
/// Reads a <see cref="CustomFieldFilter"/> from an object by field id, whose members are a scalar, an array of scalars, or <c>{"from", "to"}</c> of
/// numbers (which unix seconds are too) or ISO 8601 times.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CustomFieldFilterJsonConverter : JsonConverter<CustomFieldFilter>
{
    /// <inheritdoc/>
    public override CustomFieldFilter? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomFieldFilter value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads the conditions.</summary>
    /// <param name="reader">The reader, on the object.</param>
    /// <returns>The conditions; null for null.</returns>
    /// <exception cref="JsonException">The JSON is no such thing.</exception>
    public static CustomFieldFilter? ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonRead.Unexpected(ref reader, "an object of conditions by field id");
        }

        var filter = new CustomFieldFilter();
        while (JsonRead.NextMember(ref reader, out var name))
        {
            if (!long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id <= 0)
            {
                throw new JsonException("A filter of custom fields takes ids of fields as its keys; codes and names cannot be used there.");
            }

            filter[id] = ReadCondition(ref reader);
        }

        return filter;
    }

    /// <summary>Writes the conditions as an object by field id.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The conditions.</param>
    public static void WriteValue(Utf8JsonWriter writer, CustomFieldFilter value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach (var (id, condition) in value)
        {
            writer.WritePropertyName(id.ToString(CultureInfo.InvariantCulture));
            if (condition.Numbers is { } numbers)
            {
                NumberRangeJsonConverter.WriteValue(writer, numbers);
            }
            else if (condition.Times is { } times)
            {
                DateTimeRangeJsonConverter.WriteValue(writer, times);
            }
            else
            {
                JsonWrite.List(writer, condition.Values, JsonWrite.String);
            }
        }

        writer.WriteEndObject();
    }

    private static CustomFieldFilterValue ReadCondition(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when LooksLikeTimes(reader):
                return DateTimeRangeJsonConverter.ReadValue(ref reader)!;
            case JsonTokenType.StartObject:
                return NumberRangeJsonConverter.ReadValue(ref reader)!;
            case JsonTokenType.True or JsonTokenType.False:
                return JsonRead.Bool(ref reader);
            case JsonTokenType.Null:
                throw new JsonException("A condition on a custom field is a value, a list of values or a range, not null.");
            default:
                return CustomFieldFilterValue.AnyOf(JsonRead.Strings(ref reader) ?? []);
        }
    }

    /// <summary>A range whose first end is a text that is no number: ISO 8601 times.</summary>
    private static bool LooksLikeTimes(Utf8JsonReader ahead)
    {
        return JsonRead.NextMember(ref ahead, out _)
            && ahead.TokenType == JsonTokenType.String
            && !JsonRead.TryParseDecimal(JsonRead.Text(ref ahead), out _);
    }
}
