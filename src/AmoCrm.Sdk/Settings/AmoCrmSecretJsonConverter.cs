using System.Text.Json;
using System.Text.Json.Serialization;

namespace AmoCrm.Sdk;

/// <summary>Writes <c>"***"</c> and reads the text: an object that happens to hold a secret can be serialized into a log or an answer without giving it away.</summary>
public sealed class AmoCrmSecretJsonConverter : JsonConverter<AmoCrmSecret>
{
    /// <inheritdoc/>
    public override AmoCrmSecret? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AmoCrmSecret value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(AmoCrmSecret.Mask);
    }
}
