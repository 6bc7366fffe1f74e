using System.Buffers.Text;

namespace AmoCrm.Sdk.Json;

/// <summary>
/// Halves of surrogate pairs that JSON spells as escapes (<c>"\ud83d"</c>, a text that was cut within an emoji). That is JSON, but no text: whatever reads or writes it as one throws.
/// </summary>
internal static class SurrogateEscapes
{
    private const int EscapeLength = 6;

    /// <summary>Whether there is an escape of a surrogate, whole pairs included. That is quick to see, and hardly ever so.</summary>
    public static bool AreIn(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    /// <summary>The same JSON with the replacement character (U+FFFD) for each half.</summary>
    public static byte[] ReplaceHalves(ReadOnlySpan<byte> json)
    {
        var whole = json.ToArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (whole[i] != '\\')
            {
                continue;
            }

            var unit = UnitAt(json, i);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(UnitAt(json, i + EscapeLength)))
            {
                i += (2 * EscapeLength) - 1;
                continue;
            }

            if (char.IsSurrogate(unit))
            {
                "fffd"u8.CopyTo(whole.AsSpan(i + 2));
            }

            // Past what is escaped: a backslash may be.
            i++;
        }

        return whole;
    }

    /// <returns>What the escape at a place stands for; U+0000 where there is none of this kind.</returns>
    private static char UnitAt(ReadOnlySpan<byte> json, int index) =>
        json[Math.Min(index, json.Length)..] is [(byte)'\\', (byte)'u', var a, var b, var c, var d, ..] && Utf8Parser.TryParse([a, b, c, d], out ushort unit, out var length, 'x') && length == 4
            ? (char)unit
            : '\0';
}
