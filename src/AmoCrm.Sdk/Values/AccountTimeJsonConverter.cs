using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads an <see cref="AccountTime"/> from unix seconds or text and writes it so that it reads the same.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AccountTimeJsonConverter : JsonConverter<AccountTime>
{
    /// <inheritdoc/>
    public override AccountTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AccountTime value, JsonSerializerOptions options) => WriteValue(writer, value);

    /// <summary>Reads unix seconds or ISO 8601 text; an empty text and null are the end of today.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The time.</returns>
    /// <exception cref="JsonException">The value is no time.</exception>
    public static AccountTime ReadValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return AccountTime.EndOfToday;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            return AccountTime.TryParse(JsonRead.Text(ref reader), out var parsed) ? parsed : throw new JsonException(AccountTime.NoTime + ".");
        }

        return reader.TokenType == JsonTokenType.Number && AccountTime.TryFromUnixSeconds(JsonRead.Int64(ref reader), out var time)
            ? time
            : throw new JsonException(AccountTime.NoTime + ".");
    }

    /// <summary>Writes an instant as unix seconds, which is what amoCRM takes; a local time as ISO 8601, the end of today as an empty text.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The time.</param>
    public static void WriteValue(Utf8JsonWriter writer, AccountTime value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.Instant is { } instant)
        {
            writer.WriteNumberValue(instant.ToUnixTimeSeconds());
        }
        else
        {
            writer.WriteStringValue(value.LocalTime?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty);
        }
    }
}
