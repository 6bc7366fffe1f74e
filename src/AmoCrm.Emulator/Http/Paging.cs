namespace AmoCrm.Emulator.Http;

/// <summary>Cuts a list into pages as amoCRM does: 204 when empty, a <c>next</c> link that lies.</summary>
internal static class Paging
{
    private const int DefaultSize = 50;

    public static Answer Page<T>(this EmulatorRequest request, string name, IEnumerable<T> all, Func<T, JsonNode?> view, int max = 250)
    {
        var (page, size) = Position(request, max);

        // One more than the page tells whether it is the last, and nobody has to count the rest.
        var items = all.Skip((page - 1) * size).Take(size + 1).ToList();
        if (items.Count == 0)
        {
            return Answer.NoContent;
        }

        var links = Links(request, page, size, isLast: items.Count <= size);
        return Answer.Ok(new JsonObject
        {
            ["_page"] = page,
            ["_links"] = links,
            ["_embedded"] = new JsonObject { [name] = JsonReading.Array(items.Take(size).Select(view)) },
        });
    }

    /// <summary>A page of the lists that tell how much there is: <c>_total_items</c>, <c>_page_count</c>, <c>_links.last</c>.</summary>
    public static Answer CountedPage(this EmulatorRequest request, string name, IReadOnlyList<JsonNode?> all, int max = 250)
    {
        var (page, size) = Position(request, max);
        var items = all.Skip((page - 1) * size).Take(size).ToList();
        if (items.Count == 0)
        {
            return Answer.NoContent;
        }

        var count = (all.Count + size - 1) / size;
        var links = Links(request, page, size, isLast: page >= count, alwaysNext: false);
        links["last"] = PageLink(request, count, size);
        return Answer.Ok(new JsonObject
        {
            ["_total_items"] = all.Count,
            ["_page"] = page,
            ["_page_count"] = count,
            ["_links"] = links,
            ["_embedded"] = new JsonObject { [name] = JsonReading.Array(items) },
        });
    }

    private static (int Page, int Size) Position(EmulatorRequest request, int max)
    {
        var page = (int)Math.Clamp(request.Query.Number("page") ?? 1, 1, 1_000_000);
        var asked = request.Query.Number("limit") ?? DefaultSize;
        if (asked > max && request.Behaviour.OverLimitPageSize == OverLimitPageSize.BadRequest)
        {
            throw new ProblemException(Problems.BadRequest($"limit must be at most {max}"));
        }

        var size = asked switch
        {
            < 1 => Math.Min(DefaultSize, max),
            _ when asked <= max => (int)asked,
            _ when request.Behaviour.OverLimitPageSize == OverLimitPageSize.Clamp => max,
            _ => Math.Min(DefaultSize, max),
        };
        return (page, Math.Min(size, Math.Max(1, request.Behaviour.MaxPageItems ?? size)));
    }

    private static JsonObject Links(EmulatorRequest request, int page, int size, bool isLast, bool alwaysNext = true)
    {
        var links = new JsonObject { ["self"] = PageLink(request, page, size) };
        if (!isLast || (alwaysNext && request.Behaviour.NextLinkOnLastPage))
        {
            links["next"] = PageLink(request, page + 1, size);
        }

        if (page > 1)
        {
            links["first"] = PageLink(request, 1, size);
            links["prev"] = PageLink(request, page - 1, size);
        }

        return links;
    }

    private static JsonObject PageLink(EmulatorRequest request, int page, int size)
    {
        var kept = request.RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !pair.StartsWith("page=", StringComparison.Ordinal) && !pair.StartsWith("limit=", StringComparison.Ordinal));
        return request.Account.Href($"{request.Path}?{string.Join('&', kept.Append($"page={page}").Append($"limit={size}"))}");
    }
}
