namespace AmoCrm.Emulator.Http;

/// <summary>A query key that a route knows: <c>filter[statuses][#][status_id]</c>, where # is any index or id. A list may follow.</summary>
internal sealed class QueryPattern(string pattern)
{
    private readonly string[] _segments = QueryTree.Parse(pattern).All[0].Segments.ToArray();

    public bool Matches(QueryValue value)
    {
        var listTail = value.Segments.Count == _segments.Length + 1 && QueryValue.IsIndex(value.Segments[^1]);
        if (value.Segments.Count != _segments.Length && !listTail)
        {
            return false;
        }

        return _segments.Zip(value.Segments).All(pair =>
            pair.First == "#" ? QueryValue.IsIndex(pair.Second) : string.Equals(pair.First, pair.Second, StringComparison.Ordinal));
    }
}
