using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <content>Lists and optional values.</content>
internal static partial class JsonRead
{
    /// <summary>A value or null, for structs: <c>JsonRead.Nullable(ref reader, NoteTypeJsonConverter.ReadValue)</c>.</summary>
    public static T? Nullable<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
        where T : struct
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return read(ref reader);
    }

    /// <summary>
    /// A list: an array, an object with numeric keys (PHP's sparse arrays), or a lone item. Null items are dropped; null, an empty text and
    /// <c>false</c> are no list.
    /// </summary>
    public static IReadOnlyList<T>? List<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null or JsonTokenType.False:
                return null;
            case JsonTokenType.String when reader.HasValueSequence ? reader.ValueSequence.IsEmpty : reader.ValueSpan.IsEmpty:
                return null;
            case JsonTokenType.StartArray:
                return Items(ref reader, read);
            case JsonTokenType.StartObject when HasNumericKeys(reader):
                return Values(ref reader, read);
            default:
                return read(ref reader) is { } item ? [item] : [];
        }
    }

    /// <summary>A list of whole numbers.</summary>
    public static IReadOnlyList<long>? Numbers(ref Utf8JsonReader reader) => List(ref reader, Int64);

    /// <summary>A list of texts.</summary>
    public static IReadOnlyList<string>? Strings(ref Utf8JsonReader reader) => List<string>(ref reader, String);

    private static T[] Items<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        var items = default(ArrayBuilder<T>);
        while (true)
        {
            Advance(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return items.ToArray();
            }

            AddItem(ref reader, read, ref items);
        }
    }

    private static T[] Values<T>(ref Utf8JsonReader reader, JsonValueReader<T> read)
    {
        var items = default(ArrayBuilder<T>);
        while (NextMember(ref reader, out _))
        {
            AddItem(ref reader, read, ref items);
        }

        return items.ToArray();
    }

    private static void AddItem<T>(ref Utf8JsonReader reader, JsonValueReader<T> read, ref ArrayBuilder<T> items)
    {
        if (reader.TokenType != JsonTokenType.Null && read(ref reader) is { } item)
        {
            items.Add(item);
        }
    }

    /// <summary>Whether the object is PHP's way to send a list; by its first key, and an empty object is an empty list.</summary>
    private static bool HasNumericKeys(Utf8JsonReader ahead) =>
        !NextMember(ref ahead, out var name) || (!name.IsEmpty && !name.ContainsAnyExceptInRange((byte)'0', (byte)'9'));
}
