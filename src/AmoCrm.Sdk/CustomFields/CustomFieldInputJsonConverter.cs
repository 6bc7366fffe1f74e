using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads a <see cref="CustomFieldInput"/> from an object by key or from amoCRM's own array, and writes it as an object by key.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CustomFieldInputJsonConverter : JsonConverter<CustomFieldInput>
{
    /// <inheritdoc/>
    public override CustomFieldInput? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomFieldInput value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads the values.</summary>
    /// <param name="reader">The reader, on the object or array.</param>
    /// <returns>The values; null for null.</returns>
    /// <exception cref="JsonException">The JSON is no such thing; the message names the field.</exception>
    public static CustomFieldInput? ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        try
        {
            return CustomFieldInputJson.Read(JsonRead.Element(ref reader));
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text in the JSON is not valid Unicode.", exception);
        }
    }

    /// <summary>Writes an object by key, whose values are null or arrays of value objects.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The values.</param>
    public static void WriteValue(Utf8JsonWriter writer, CustomFieldInput value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        foreach (var (key, field) in value)
        {
            writer.WritePropertyName(key);
            if (field is null)
            {
                writer.WriteNullValue();
                continue;
            }

            writer.WriteStartArray();
            foreach (var item in field.Items)
            {
                item.WriteTo(writer);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
