using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads and writes <c>custom_fields_values</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CustomFieldValuesJsonConverter : JsonConverter<CustomFieldValues>
{
    /// <inheritdoc/>
    public override CustomFieldValues? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomFieldValues value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads the values.</summary>
    /// <param name="reader">The reader, on the array.</param>
    /// <returns>The values; null for null, which is what an entity without values has.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static CustomFieldValues? ReadValue(ref Utf8JsonReader reader) =>
        JsonRead.List(ref reader, CustomFieldValueJsonConverter.ReadValue) is { } values ? new CustomFieldValues(values) : null;

    /// <summary>Writes the values as an array.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The values.</param>
    public static void WriteValue(Utf8JsonWriter writer, CustomFieldValues value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartArray();
        foreach (var field in value)
        {
            CustomFieldValueJsonConverter.WriteValue(writer, field);
        }

        writer.WriteEndArray();
    }
}
