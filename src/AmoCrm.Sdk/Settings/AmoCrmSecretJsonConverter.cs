using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>
/// Writes <c>"***"</c> and reads the text: an object that happens to hold a secret can be serialized into a log or an answer without giving it away. What was written so cannot be read back.
/// </summary>
public sealed class AmoCrmSecretJsonConverter : JsonConverter<AmoCrmSecret>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is the mask: what stood there is not in this JSON.</exception>
    public override AmoCrmSecret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Every token would be "***" otherwise, and the first to notice would be amoCRM.
        var text = reader.GetString();
        return text == AmoCrmSecret.Mask
            ? throw new JsonException($"The secret is masked here (\"{AmoCrmSecret.Mask}\"): secrets are not written into JSON. Take settings and tokens from their store.")
            : text;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AmoCrmSecret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(AmoCrmSecret.Mask);
    }
}
