using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads and writes a <see cref="CallResponsible"/>: a number stays a number, a text a text, for they mean different things.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallResponsibleJsonConverter : JsonConverter<CallResponsible>
{
    /// <inheritdoc/>
    public override CallResponsible Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, CallResponsible value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads a number or a text.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The person; <c>default</c> for null.</returns>
    /// <exception cref="JsonException">The value is an object or an array.</exception>
    public static CallResponsible ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var userId))
        {
            return userId;
        }

        return JsonRead.String(ref reader) is { } name ? name : default(CallResponsible);
    }

    /// <summary>Writes the number or the text.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The person.</param>
    public static void WriteValue(Utf8JsonWriter writer, CallResponsible value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.UserId is { } userId)
        {
            writer.WriteNumberValue(userId);
            return;
        }

        writer.WriteStringValue(value.Name);
    }
}
