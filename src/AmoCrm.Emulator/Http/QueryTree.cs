namespace AmoCrm.Emulator.Http;

/// <summary>A query string with PHP's brackets: <c>filter[id][]=1</c> is the value 1 at filter, id.</summary>
internal sealed class QueryTree
{
    private readonly List<QueryValue> _values;

    private QueryTree(List<QueryValue> values) => _values = values;

    public IReadOnlyList<QueryValue> All => _values;

    public static QueryTree Parse(string rawQuery)
    {
        var values = new List<QueryValue>();
        foreach (var pair in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            var key = Decode(cut < 0 ? pair : pair[..cut]);
            var value = cut < 0 ? string.Empty : Decode(pair[(cut + 1)..]);
            values.Add(new QueryValue(key, Segments(key), value));
        }

        return new QueryTree(values);
    }

    /// <summary>The value at exactly this path; the last one where it was repeated, as in PHP.</summary>
    public string? Scalar(params string[] path) =>
        _values.LastOrDefault(value => value.Segments.SequenceEqual(path, StringComparer.Ordinal))?.Value;

    public long? Number(params string[] path) =>
        long.TryParse(Scalar(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>All values at the path, whether written once, with <c>[]</c> or with <c>[0]</c>.</summary>
    public IReadOnlyList<string> Values(params string[] path) =>
        _values.Where(value => value.IsListItemOf(path)).Select(value => value.Value).ToList();

    public IReadOnlyList<long> Numbers(params string[] path) =>
        Values(path).Select(text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();

    /// <summary>The names that come next after the path, once each.</summary>
    public IReadOnlyList<string> Children(params string[] path) =>
        _values.Where(value => value.StartsWith(path) && value.Segments.Count > path.Length)
            .Select(value => value.Segments[path.Length]).Distinct(StringComparer.Ordinal).ToList();

    public bool Has(params string[] path) => _values.Exists(value => value.StartsWith(path));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static List<string> Segments(string key)
    {
        var bracket = key.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return [key];
        }

        var segments = new List<string> { key[..bracket] };
        segments.AddRange(key[(bracket + 1)..].TrimEnd(']').Split("][", StringSplitOptions.None));
        return segments;
    }
}
