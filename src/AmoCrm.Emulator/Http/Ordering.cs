namespace AmoCrm.Emulator.Http;

/// <summary><c>order[field]=asc|desc</c>; without one, by id.</summary>
internal static class Ordering
{
    public static IEnumerable<JsonObject> Apply(QueryTree query, IEnumerable<JsonObject> items, params string[] allowed) =>
        Apply(query, items, json => json, allowed);

    public static IEnumerable<T> Apply<T>(QueryTree query, IEnumerable<T> items, Func<T, JsonObject> fields, params string[] allowed)
    {
        foreach (var name in query.Children("order").Where(name => allowed.Contains(name, StringComparer.Ordinal)))
        {
            var descending = string.Equals(query.Scalar("order", name), "desc", StringComparison.OrdinalIgnoreCase);
            return descending
                ? items.OrderByDescending(item => fields(item).Long(name)).ThenByDescending(item => fields(item).Long("id"))
                : items.OrderBy(item => fields(item).Long(name)).ThenBy(item => fields(item).Long("id"));
        }

        return items.OrderBy(item => fields(item).Long("id"));
    }
}
