using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Json;

/// <summary>
/// Texts that every object of a page repeats (names, codes and types of custom fields, values of enums), each made once. A text has one place, by its length and its ends;
/// what hashes to the same place takes the other's, so whatever comes in, there are never more than <see cref="Places"/> of them and finding one costs the same.
/// </summary>
internal static class RepeatedTexts
{
    public const int LongestText = 64;

    private const int PlaceBits = 10;
    private const int Places = 1 << PlaceBits;

    private static readonly Entry?[] Entries = new Entry?[Places];

    /// <summary>The text that these bytes are in UTF-8.</summary>
    /// <exception cref="System.Text.Json.JsonException">They are not valid.</exception>
    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText)
        {
            return JsonRead.Text(utf8);
        }

        // Threads may take each other's place; an entry never changes, so what one reads is whole.
        ref var place = ref Entries[PlaceOf(utf8)];
        if (Volatile.Read(ref place) is { } entry && utf8.SequenceEqual(entry.Utf8))
        {
            return entry.Text;
        }

        var text = JsonRead.Text(utf8);
        Volatile.Write(ref place, new Entry(utf8.ToArray(), text));
        return text;
    }

    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        const ulong Spread = 0x9E3779B97F4A7C15;
        ulong hash = (uint)utf8.Length;
        if (utf8.Length >= sizeof(ulong))
        {
            hash = ((hash ^ MemoryMarshal.Read<ulong>(utf8)) * Spread) ^ MemoryMarshal.Read<ulong>(utf8[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var unit in utf8)
            {
                hash = (hash << 8) | unit;
            }
        }

        return (int)((hash * Spread) >> (64 - PlaceBits));
    }

    private sealed class Entry(byte[] utf8, string text)
    {
        public byte[] Utf8 => utf8;

        public string Text => text;
    }
}
