using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads and writes a <see cref="CustomFieldScope"/> as its path.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CustomFieldScopeJsonConverter : JsonConverter<CustomFieldScope>
{
    /// <inheritdoc/>
    public override CustomFieldScope Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CustomFieldScope value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads a path.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The scope; <c>default</c> for null.</returns>
    /// <exception cref="JsonException">There is no such scope.</exception>
    public static CustomFieldScope ReadValue(ref Utf8JsonReader reader)
    {
        if (JsonRead.String(ref reader) is not { } text)
        {
            return default;
        }

        return CustomFieldScope.TryParse(text, out var scope) ? scope : throw new JsonException(CustomFieldScope.NoSuchScope + ".");
    }

    /// <summary>Writes the path; null for <c>default</c>, as which that is read.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The scope.</param>
    public static void WriteValue(Utf8JsonWriter writer, CustomFieldScope value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Path.Length == 0 ? null : value.Path);
    }
}
