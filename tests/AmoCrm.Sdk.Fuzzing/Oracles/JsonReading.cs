using System.Buffers;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Fuzzing.Oracles;

/// <summary>Reads with a reader of the SDK and holds it to what every reader has to do.</summary>
internal static class JsonReading
{
    /// <summary>The value, and whether there is one. A reader refuses with <see cref="JsonException"/> only, and stands on the last token of its value when it does not.</summary>
    public static (bool IsRead, object? Value) Read(ReadOnlySequence<byte> json, JsonValueReader<object> read)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read())
            {
                return (false, null);
            }

            var expected = reader;
            var value = read(ref reader);
            var isWhole = expected.TrySkip();
            FuzzFailureException.ThrowUnless(isWhole && expected.BytesConsumed == reader.BytesConsumed && expected.TokenType == reader.TokenType, "A reader ends where its value ends.");
            return (true, value);
        }
        catch (JsonException exception)
        {
            // The tokenizer's own messages repeat an unquoted literal; those of the SDK repeat nothing.
            if (exception.Source != "System.Text.Json")
            {
                Canary.ThrowIfIn(exception.Message);
            }

            return (false, null);
        }
    }

    /// <summary>What a writer makes of a value; null when a text in the JSON it was read of is half of a surrogate pair, which can be kept and not be written again.</summary>
    public static byte[]? Write(object value, JsonValueWriter<object> write, byte[] json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        try
        {
            write(writer, value);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException && JsonFaults.HasBrokenText(json))
        {
            return null;
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same bytes in pieces, as a stream may bring them.</summary>
    public static ReadOnlySequence<byte> InPieces(byte[] json, int length)
    {
        var first = new Piece(json.AsMemory(0, Math.Min(length, json.Length)), 0);
        var last = first;
        for (var start = length; start < json.Length; start += length)
        {
            last = last.Append(json.AsMemory(start, Math.Min(length, json.Length - start)));
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long index)
        {
            Memory = memory;
            RunningIndex = index;
        }

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
