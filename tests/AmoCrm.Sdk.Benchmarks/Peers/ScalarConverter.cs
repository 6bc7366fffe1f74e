using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The value of a custom field, which is a text, a number or a flag: cheaper than the <see cref="JsonElement"/> that an <see cref="object"/> would be read as.</summary>
public sealed class ScalarConverter : JsonConverter<object>
{
    private static readonly object True = true;
    private static readonly object False = false;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.TryGetInt64(out var whole) ? whole : reader.GetDecimal(),
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        _ => JsonElement.ParseValue(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            default:
                throw new JsonException($"{value.GetType()} is no value of a custom field.");
        }
    }
}
