using System.Text.Json;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads what an answer holds under <c>_embedded</c>, or under another path, from the whole body.</summary>
internal static class EmbeddedJson
{
    /// <summary>All items of <c>_embedded.{name}</c>, or of a body that is the array itself; empty when there is no such member.</summary>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonValueReader<T> read) =>
        ListAt(ref reader, "_embedded"u8, name, read);

    /// <summary>All models of <c>_embedded.{name}</c>.</summary>
    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : class, IJsonModel<T> =>
        List(ref reader, name, JsonModel<T>.Reader);

    /// <summary>The items under a path of one or two members (the second may be empty), or of a body that is the array itself.</summary>
    public static IReadOnlyList<T> ListAt<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, JsonValueReader<T> read)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return JsonRead.List(ref reader, read) ?? [];
        }

        return TryFind(ref reader, first, second, out var found) ? JsonRead.List(ref found, read) ?? [] : [];
    }

    /// <summary>The first item of <c>_embedded.{name}</c>, or of a body that is the array itself; null when there is none.</summary>
    public static T? First<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonValueReader<T> read)
        where T : class =>
        FirstAt(ref reader, "_embedded"u8, name, read);

    /// <summary>The first model of <c>_embedded.{name}</c>.</summary>
    public static T? First<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : class, IJsonModel<T> =>
        First(ref reader, name, JsonModel<T>.Reader);

    /// <summary>The first item of <c>_embedded.{name}</c>; a body without that member is the item itself, as a PATCH of one object answers.</summary>
    public static T? FirstOrSelf<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonValueReader<T> read)
        where T : class
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return First(ref reader, name, read);
        }

        var body = reader;
        return TryFind(ref reader, "_embedded"u8, name, out var items) ? FirstItem(items, read) : read(ref body);
    }

    /// <summary>The first model of <c>_embedded.{name}</c>; a body without that member is the model itself.</summary>
    public static T? FirstOrSelf<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
        where T : class, IJsonModel<T> =>
        FirstOrSelf(ref reader, name, JsonModel<T>.Reader);

    /// <summary>The first item under a path of one or two members, or of a body that is the array itself; null when there is none.</summary>
    public static T? FirstAt<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, JsonValueReader<T> read)
        where T : class
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var items = reader;
            JsonRead.Skip(ref reader);
            return FirstItem(items, read);
        }

        return TryFind(ref reader, first, second, out var found) ? FirstItem(found, read) : null;
    }

    private static T? FirstItem<T>(Utf8JsonReader reader, JsonValueReader<T> read)
        where T : class
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            do
            {
                JsonRead.Advance(ref reader);
            }
            while (reader.TokenType == JsonTokenType.Null);

            return reader.TokenType == JsonTokenType.EndArray ? null : read(ref reader);
        }

        return reader.TokenType == JsonTokenType.StartObject ? read(ref reader) : null;
    }

    /// <summary>Finds a member in the body and leaves the reader at the body's end; <paramref name="found"/> stands on the member's value.</summary>
    private static bool TryFind(ref Utf8JsonReader reader, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, out Utf8JsonReader found)
    {
        var isThere = TryFindMember(ref reader, first, out found);
        return isThere && !second.IsEmpty ? TryFindMember(found, second, out found) : isThere;
    }

    private static bool TryFindMember(Utf8JsonReader group, ReadOnlySpan<byte> name, out Utf8JsonReader found) =>
        TryFindMember(ref group, name, out found);

    private static bool TryFindMember(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> name, out Utf8JsonReader found)
    {
        found = default;
        if (!JsonRead.StartObject(ref reader))
        {
            return false;
        }

        var any = false;
        while (JsonRead.NextMember(ref reader, out var member))
        {
            if (member.SequenceEqual(name))
            {
                found = reader;
                any = true;
            }

            JsonRead.Skip(ref reader);
        }

        return any;
    }
}
