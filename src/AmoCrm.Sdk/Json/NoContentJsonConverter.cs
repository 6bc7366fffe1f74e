using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Writes <see cref="NoContent"/> as an empty object and reads it from anything.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NoContentJsonConverter : JsonConverter<NoContent>
{
    /// <inheritdoc/>
    public override NoContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, NoContent value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Skips the value.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static NoContent ReadValue(ref Utf8JsonReader reader)
    {
        JsonRead.Skip(ref reader);
        return default;
    }

    /// <summary>Writes an empty object.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">Nothing.</param>
    public static void WriteValue(Utf8JsonWriter writer, NoContent value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteEndObject();
    }
}
