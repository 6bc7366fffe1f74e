namespace AmoCrm.Emulator.Http;

/// <summary><c>order[field]=asc|desc</c>; without one, by id. The items come by id.</summary>
internal static class Ordering
{
    public static IEnumerable<JsonObject> Apply(QueryTree query, IEnumerable<JsonObject> items, params string[] allowed) =>
        Apply(query, items, json => json, allowed);

    public static IEnumerable<T> Apply<T>(QueryTree query, IEnumerable<T> items, Func<T, JsonObject> fields, params string[] allowed)
    {
        if (query.Children("order").FirstOrDefault(name => allowed.Contains(name, StringComparer.Ordinal)) is not { } name)
        {
            return items;
        }

        var descending = string.Equals(query.Scalar("order", name), "desc", StringComparison.OrdinalIgnoreCase);
        return (name == "id", descending) switch
        {
            (true, false) => items,
            (true, true) => items.Reverse(),
            (false, false) => items.OrderBy(item => fields(item).Long(name)),
            (false, true) => items.Reverse().OrderByDescending(item => fields(item).Long(name)),
        };
    }
}
