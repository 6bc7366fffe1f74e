using System.Diagnostics.CodeAnalysis;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#else
using System.Text;
#endif
using System.Text.Json;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Dispatch;

/// <summary>Makes JSON elements that own their memory, without reflection.</summary>
internal static class JsonElements
{
    /// <summary>Deeper than the 64 levels of .NET's default, which an answer at that limit would pass once an envelope is around it.</summary>
    public const int MaximumDepth = 1000;

    public static JsonElement Null { get; } = Parse("null"u8);

    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        return JsonElement.ParseValue(ref reader);
    }

    public static JsonElement Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new PooledBuffer();
        try
        {
            using (var writer = new Utf8JsonWriter(buffer))
            {
                write(writer, state);
            }

            return Parse(buffer.Written.Span);
        }
        finally
        {
            buffer.Return();
        }
    }

    /// <summary>A list of texts.</summary>
    public static JsonElement FromTexts(IReadOnlyList<string> texts) => Write(texts, static (writer, values) =>
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    });

    /// <summary>The element's own JSON. Before .NET 9 it can only be had as a copy.</summary>
    public static ReadOnlySpan<byte> GetUtf8(JsonElement element) =>
#if NET9_0_OR_GREATER
        JsonMarshal.GetRawUtf8Value(element);
#else
        Encoding.UTF8.GetBytes(element.GetRawText());
#endif

    public static JsonElement FromNode(JsonNode? node) =>
        node is null ? Null : Write(node, static (writer, value) => value.WriteTo(writer));

    public static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(element),
    };

    /// <summary>Whether two values mean the same. One with the same member twice means nothing in particular, and so equals none.</summary>
    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        try
        {
            return JsonNode.DeepEquals(ToNode(left), ToNode(right));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Reads text that should be one JSON value and nothing behind it.</summary>
    public static bool TryParse(string text, out JsonElement element, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            element = document.RootElement.Clone();
            problem = null;
            return true;
        }
        catch (JsonException exception)
        {
            element = default;
            // Line and position only: the message of the parser may quote the text.
            problem = $"line {(exception.LineNumber ?? 0) + 1}, position {(exception.BytePositionInLine ?? 0) + 1}";
            return false;
        }
    }
}
