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
        string? name = null, code = null, type = null, typeBefore = null;
        AdditionalData? additional = null;
        CustomFieldValue? value = null;
        Utf8JsonReader values = default;
        while (JsonRead.NextMember(ref reader, out var member))
        {
            switch (member.Length)
            {
                case 8 when member.SequenceEqual("field_id"u8):
                    id = JsonRead.Int64OrNull(ref reader);
                    break;
                case 10 when member.SequenceEqual("field_name"u8):
                    name = JsonRead.RepeatedString(ref reader);
                    break;
                case 10 when member.SequenceEqual("field_code"u8):
                    code = JsonRead.RepeatedString(ref reader);
                    break;
                case 10 when member.SequenceEqual("field_type"u8):
                    type = JsonRead.RepeatedString(ref reader);
                    break;
                case 6 when member.SequenceEqual("values"u8):
                    values = reader;
                    typeBefore = type;
                    value = CustomFieldKinds.TryRead(ref reader, type);
                    if (value is null)
                    {
                        reader = values;
                        JsonRead.Skip(ref reader);
                    }

                    break;
                default:
                    AdditionalData.Add(ref additional, member, ref reader);
                    break;
            }
        }

        // amoCRM sends the type in front of the values. Where it does not, they are read when the type is known.
        if (value is null || type != typeBefore)
        {
            value = CustomFieldKinds.Read(values, type);
        }

        return value.OfField(id, name, code, type is null ? default(CustomFieldType?) : new CustomFieldType(type), additional);
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
            SingleValueJson.Write(writer, wire);
        }
        else
        {
            value.WriteValues(writer);
        }

        value.AdditionalData?.WriteTo(writer);
        writer.WriteEndObject();
    }
}
