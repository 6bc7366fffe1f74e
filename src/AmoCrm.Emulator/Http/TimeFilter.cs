namespace AmoCrm.Emulator.Http;

/// <summary>Range filters: <c>[from]</c> and <c>[to]</c>, each optional; a bare number means "since".</summary>
internal static class TimeFilter
{
    public static bool Matches(QueryTree query, long? value, params string[] path)
    {
        if (!query.Has(path))
        {
            return true;
        }

        if (value is not { } number)
        {
            return false;
        }

        var from = query.Number([.. path, "from"]) ?? query.Number(path);
        var to = query.Number([.. path, "to"]);
        return !(number < from) && !(number > to);
    }
}
