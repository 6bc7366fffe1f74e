using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>Runs readers and writers over text.</summary>
internal static class JsonValues
{
    public static T? Read<T>(string json, JsonValueReader<T> read) => Read(Encoding.UTF8.GetBytes(json), read);

    /// <summary>Reads one value and checks that the reader stands on its last token, as every reader has to.</summary>
    public static T? Read<T>(byte[] json, JsonValueReader<T> read)
    {
        var reader = new Utf8JsonReader(json);
        JsonRead.Advance(ref reader);
        var value = read(ref reader);
        Assert.False(reader.Read(), "The reader left tokens of its value behind.");
        return value;
    }

    public static string Write<T>(T value, JsonValueWriter<T> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The same JSON with the same order and spelling, whatever the spaces.</summary>
    public static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Write(document.RootElement, static (writer, element) => element.WriteTo(writer));
    }
}
