using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Transfer;

/// <summary>How exports, journals and reports write JSON: on one line, Cyrillic as it is.</summary>
internal static class TransferJson
{
    public static JsonWriterOptions Writing { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Models = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = AmoCrmJsonTypeInfoResolver.Default };

    /// <summary>A model as its own writer writes it, on one line.</summary>
    public static byte[] Line<T>(T model)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(model, (JsonTypeInfo<T>)Models.GetTypeInfo(typeof(T)));

        // Values that are kept as they came may bring line ends along; inside of texts JSON has none.
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        return line;
    }

    /// <summary>Makes an element of what is written.</summary>
    public static JsonElement Write(Action<Utf8JsonWriter> write)
    {
        using var document = JsonDocument.Parse(Text(write));
        return document.RootElement.Clone();
    }

    /// <summary>Makes UTF-8 of what is written.</summary>
    public static ReadOnlyMemory<byte> Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }
}
