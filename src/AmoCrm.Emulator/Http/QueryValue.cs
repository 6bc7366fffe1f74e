namespace AmoCrm.Emulator.Http;

/// <summary>One pair of a query string.</summary>
internal sealed record QueryValue(string Key, IReadOnlyList<string> Segments, string Value)
{
    public static bool IsIndex(string segment) => segment.All(char.IsAsciiDigit);

    public bool StartsWith(string[] path) =>
        Segments.Count >= path.Length && Segments.Take(path.Length).SequenceEqual(path, StringComparer.Ordinal);

    public bool IsListItemOf(string[] path) =>
        StartsWith(path) && (Segments.Count == path.Length || (Segments.Count == path.Length + 1 && IsIndex(Segments[^1])));
}
