using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads and writes a <see cref="SortDirection"/> as <c>asc</c> or <c>desc</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SortDirectionJsonConverter : JsonConverter<SortDirection>
{
    /// <inheritdoc/>
    public override SortDirection Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SortDirection value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads a word.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The direction; ascending for null.</returns>
    /// <exception cref="JsonException">The word is no direction.</exception>
    public static SortDirection ReadValue(ref Utf8JsonReader reader)
    {
        if (JsonRead.String(ref reader) is not { } text)
        {
            return SortDirection.Ascending;
        }

        return SortDirection.TryParse(text, out var direction) ? direction : throw new JsonException(SortDirection.NoSuchDirection + ".");
    }

    /// <summary>Writes the word.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The direction.</param>
    public static void WriteValue(Utf8JsonWriter writer, SortDirection value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
