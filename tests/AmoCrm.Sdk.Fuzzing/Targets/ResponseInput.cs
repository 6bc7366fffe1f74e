using System.Globalization;
using System.IO.Compression;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>An answer of HTTP: a line <c>GET 200 7</c> (method, status, bytes that come at a time), lines of headers, a blank line, the body.</summary>
/// <param name="Method">What it answers.</param>
/// <param name="Status">The status.</param>
/// <param name="Piece">How many bytes of the body come at a time.</param>
/// <param name="Headers">Names and values, as they are.</param>
/// <param name="Body">The body, packed or not.</param>
internal sealed record ResponseInput(HttpMethod Method, int Status, int Piece, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public static ResponseInput Parse(byte[] input)
    {
        var end = input.AsSpan().IndexOf("\n\n"u8);
        var lines = Encoding.Latin1.GetString(end < 0 ? input : input.AsSpan(0, end)).Split('\n');
        var first = lines[0].Split(' ');
        return new ResponseInput(
            first[0] == "POST" ? HttpMethod.Post : HttpMethod.Get,
            Number(first, 1) is >= 200 and <= 999 and var status ? status : 200,
            Number(first, 2) is > 0 and var piece ? piece : int.MaxValue,
            [.. lines.Skip(1).Select(static line => line.Split(':', 2)).Where(static parts => parts.Length == 2).Select(static parts => (parts[0], Plain(parts[1])))],
            end < 0 ? [] : input[(end + 2)..]);
    }

    public IReadOnlyList<string> Values(string name) =>
        [.. Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static header => header.Value)];

    /// <summary>The same body of no length and no encoding.</summary>
    public ResponseInput Unmarked() => this with
    {
        Headers = [.. Headers.Where(static header => !header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && !header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))],
    };

    /// <summary>The same with its body packed, which is said.</summary>
    public ResponseInput Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Body);
        }

        return this with { Headers = [.. Headers, ("Content-Encoding", "gzip")], Body = packed.ToArray() };
    }

    private static int? Number(string[] words, int place) =>
        words.Length > place && int.TryParse(words[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A connection lets no control characters through.
    private static string Plain(string value) => string.Concat(value.Where(static character => !char.IsControl(character))).Trim(' ');
}
