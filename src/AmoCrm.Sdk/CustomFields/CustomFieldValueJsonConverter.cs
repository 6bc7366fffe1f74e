using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads a <see cref="CustomFieldValue"/> by the type of its field and writes it as it came.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CustomFieldValueJsonConverter : JsonConverter<CustomFieldValue>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(CustomFieldValue).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override CustomFieldValue? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomFieldValue value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads the value of one field.</summary>
    /// <param name="reader">The reader, on the object.</param>
    /// <returns>The value; null where there is no object.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static CustomFieldValue? ReadValue(ref Utf8JsonReader reader)
    {
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        long? id = null;
        string? name = null, code = null, type = null;
        AdditionalData? additional = null;
        Utf8JsonReader values = default;
        while (JsonRead.NextMember(ref reader))
        {
            switch (JsonRead.NameLength(ref reader))
            {
                case 8 when reader.ValueTextEquals("field_id"u8):
                    JsonRead.Advance(ref reader);
                    id = JsonRead.Int64OrNull(ref reader);
                    break;
                case 10 when reader.ValueTextEquals("field_name"u8):
                    JsonRead.Advance(ref reader);
                    name = JsonRead.String(ref reader);
                    break;
                case 10 when reader.ValueTextEquals("field_code"u8):
                    JsonRead.Advance(ref reader);
                    code = JsonRead.String(ref reader);
                    break;
                case 10 when reader.ValueTextEquals("field_type"u8):
                    JsonRead.Advance(ref reader);
                    type = JsonRead.String(ref reader);
                    break;
                case 6 when reader.ValueTextEquals("values"u8):
                    // The type may come later, so the values are read when the rest is known.
                    JsonRead.Advance(ref reader);
                    values = reader;
                    JsonRead.Skip(ref reader);
                    break;
                default:
                    AdditionalData.Add(ref additional, ref reader);
                    break;
            }
        }

        return CustomFieldKinds.Read(values, type) with
        {
            FieldId = id,
            FieldName = name,
            FieldCode = code,
            FieldType = type is null ? default(CustomFieldType?) : new CustomFieldType(type),
            AdditionalData = additional,
        };
    }

    /// <summary>Writes the value of one field.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void WriteValue(Utf8JsonWriter writer, CustomFieldValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        JsonWrite.Number(writer, "field_id"u8, value.FieldId);
        JsonWrite.String(writer, "field_name"u8, value.FieldName);
        JsonWrite.String(writer, "field_code"u8, value.FieldCode);
        JsonWrite.String(writer, "field_type"u8, value.FieldType?.Value);
        writer.WritePropertyName("values"u8);
        if (value.Wire is { } wire)
        {
            writer.WriteRawValue(wire);
        }
        else
        {
            value.WriteValues(writer);
        }

        value.AdditionalData?.WriteTo(writer);
        writer.WriteEndObject();
    }
}
