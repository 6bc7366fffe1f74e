using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads an <see cref="EntityType"/> in any spelling and writes its plural form.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EntityTypeJsonConverter : JsonConverter<EntityType>
{
    /// <inheritdoc/>
    public override EntityType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EntityType value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads a text or a number.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The type; <c>default</c> for null.</returns>
    /// <exception cref="JsonException">The value is an object or an array.</exception>
    public static EntityType ReadValue(ref Utf8JsonReader reader) => JsonRead.String(ref reader) is { } text ? new EntityType(text) : default;

    /// <summary>Writes the plural form.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The type.</param>
    public static void WriteValue(Utf8JsonWriter writer, EntityType value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
