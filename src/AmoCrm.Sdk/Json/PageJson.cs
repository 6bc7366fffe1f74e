using System.Text.Json;
using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Json;

/// <summary>Reads and writes one page of a list.</summary>
internal static class PageJson
{
    /// <summary>
    /// Reads a page from the whole body. <c>_links.next</c> is not looked at, since amoCRM sends it on the last page too: whether there is more
    /// follows from the page count, then the total, then the number of items.
    /// </summary>
    public static Page<T> Read<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonValueReader<T> read, PageWindow window, PagingRules rules)
    {
        IReadOnlyList<T>? items = null;
        int? number = null, pageCount = null, totalItems = null;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            items = JsonRead.List(ref reader, read);
        }
        else if (JsonRead.StartObject(ref reader))
        {
            while (JsonRead.NextMember(ref reader, out var member))
            {
                switch (member.Length)
                {
                    case 5 when member.SequenceEqual("_page"u8):
                        number = Count(ref reader);
                        break;
                    case 11 when member.SequenceEqual("_page_count"u8):
                        pageCount = Count(ref reader);
                        break;
                    case 12 when member.SequenceEqual("_total_items"u8):
                        totalItems = Count(ref reader);
                        break;
                    case 9 when member.SequenceEqual("_embedded"u8):
                        items = Embedded(ref reader, name, read) ?? items;
                        break;
                    default:
                        JsonRead.Skip(ref reader);
                        break;
                }
            }
        }

        return Create(items ?? [], window, rules, number, pageCount, totalItems);
    }

    /// <summary>Reads a page of models from the whole body.</summary>
    public static Page<T> Read<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, PageWindow window, PagingRules rules)
        where T : class, IJsonModel<T> =>
        Read(ref reader, name, JsonModel<T>.Reader, window, rules);

    /// <summary>The page that a 204 stands for.</summary>
    public static Page<T> Empty<T>(PageWindow window, PagingRules rules) => Create<T>([], window, rules, null, null, null);

    /// <summary>Writes <c>items</c>, <c>page</c>, <c>limit</c>, <c>has_more</c> and the totals where they are known.</summary>
    public static void Write<T>(Utf8JsonWriter writer, Page<T> page, JsonValueWriter<T> write)
    {
        writer.WriteStartObject();
        JsonWrite.List(writer, "items"u8, page.Items, write);
        writer.WriteNumber("page"u8, page.Number);
        writer.WriteNumber("limit"u8, page.Limit);
        writer.WriteBoolean("has_more"u8, page.HasMore);
        JsonWrite.Number(writer, "total_items"u8, page.TotalItems);
        JsonWrite.Number(writer, "page_count"u8, page.PageCount);
        writer.WriteEndObject();
    }

    /// <summary>Writes a page of models.</summary>
    public static void Write<T>(Utf8JsonWriter writer, Page<T> page)
        where T : class, IJsonModel<T> =>
        Write(writer, page, JsonModel<T>.Writer);

    private static IReadOnlyList<T>? Embedded<T>(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, JsonValueReader<T> read)
    {
        IReadOnlyList<T>? items = null;
        if (!JsonRead.StartObject(ref reader))
        {
            return null;
        }

        while (JsonRead.NextMember(ref reader, out var member))
        {
            if (member.SequenceEqual(name))
            {
                items = JsonRead.List(ref reader, read);
            }
            else
            {
                JsonRead.Skip(ref reader);
            }
        }

        return items;
    }

    /// <summary>A count only steers paging: one that makes no sense is as good as none.</summary>
    private static int? Count(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var count))
        {
            return count;
        }

        JsonRead.Skip(ref reader);
        return null;
    }

    private static Page<T> Create<T>(IReadOnlyList<T> items, PageWindow window, PagingRules rules, int? number, int? pageCount, int? totalItems)
    {
        var current = number ?? window.Page ?? 1;
        var limit = window.Limit ?? rules.DefaultLimit;
        var hasMore = items.Count > 0 && HasMore(items.Count, current, limit, rules, pageCount, totalItems);
        return new Page<T>(items, current, limit, hasMore, totalItems, pageCount);
    }

    private static bool HasMore(int count, int current, int limit, PagingRules rules, int? pageCount, int? totalItems)
    {
        if (pageCount is { } pages)
        {
            return current < pages;
        }

        // A total says nothing about pages smaller than asked for, so a short page in front of a larger total is not the last one.
        if (rules.HasTotals && totalItems is { } total)
        {
            return ((long)(current - 1) * limit) + count < total;
        }

        return count >= limit || !rules.ShortPageEnds;
    }
}
