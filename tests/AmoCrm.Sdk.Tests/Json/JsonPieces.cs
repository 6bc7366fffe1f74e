using System.Buffers;
using System.Text;
using System.Text.Json;
using AmoCrm.Sdk.Json;

namespace AmoCrm.Sdk.Tests.Json;

/// <summary>Text in pieces of one byte, as the worst network would bring it: each token is then spread over several buffers.</summary>
internal sealed class JsonPieces : ReadOnlySequenceSegment<byte>
{
    private JsonPieces(ReadOnlyMemory<byte> piece, long start)
    {
        Memory = piece;
        RunningIndex = start;
    }

    public static T? Read<T>(string json, JsonValueReader<T> read) => Read(Encoding.UTF8.GetBytes(json), read);

    public static T? Read<T>(byte[] bytes, JsonValueReader<T> read)
    {
        var first = new JsonPieces(bytes.AsMemory(0, 1), 0);
        var last = first;
        for (var i = 1; i < bytes.Length; i++)
        {
            var next = new JsonPieces(bytes.AsMemory(i, 1), i);
            last.Next = next;
            last = next;
        }

        var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, 1));
        JsonRead.Advance(ref reader);
        return read(ref reader);
    }
}
