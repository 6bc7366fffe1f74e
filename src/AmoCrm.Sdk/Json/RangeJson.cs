using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads <c>{"from", "to"}</c>. A range is what a caller wrote, never an answer, so an unknown member is a mistake.</summary>
internal static class RangeJson
{
    public static (T? From, T? To) Read<T>(ref Utf8JsonReader reader, JsonValueReader<T?> read)
        where T : struct
    {
        T? from = null, to = null;
        while (JsonRead.NextMember(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("from"u8):
                    from = read(ref reader);
                    break;
                case 2 when name.SequenceEqual("to"u8):
                    to = read(ref reader);
                    break;
                default:
                    throw new JsonException("A range has the members 'from' and 'to' only.");
            }
        }

        return (from, to);
    }
}
