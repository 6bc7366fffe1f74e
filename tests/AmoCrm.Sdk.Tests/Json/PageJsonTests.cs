using System.Text.Json;
using AmoCrm.Sdk.Json;
using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Tests.Json;

public sealed class PageJsonTests
{
    private static readonly PagingRules ShortPageEnds = new() { MaximumLimit = 250, DefaultLimit = 3, ShortPageEnds = true };
    private static readonly PagingRules UntilEmpty = new() { MaximumLimit = 250, DefaultLimit = 3 };
    private static readonly PagingRules Totals = new() { MaximumLimit = 250, DefaultLimit = 3, HasTotals = true };

    [Fact]
    public void A_page_has_its_items_and_counts()
    {
        var page = Read("""{"_total_items":5,"_page":2,"_page_count":3,"_embedded":{"ids":[4,5]}}""", new PageWindow(2, 2), Totals);

        Assert.Equal([4, 5], page.Items);
        Assert.Equal((2, 2, true, 5, 3), (page.Number, page.Limit, page.HasMore, page.TotalItems, page.PageCount));
    }

    [Fact]
    public void What_was_asked_for_stands_where_the_answer_says_nothing()
    {
        var page = Read("""{"_embedded":{"ids":[1]}}""", default, ShortPageEnds);

        Assert.Equal((1, 3, null, null), (page.Number, page.Limit, page.TotalItems, page.PageCount));
    }

    [Theory]
    [InlineData("[1,2,3]", true)]
    [InlineData("[1,2]", false)]
    [InlineData("[]", false)]
    public void A_short_page_ends_the_list_where_the_resource_says_so(string items, bool hasMore)
    {
        Assert.Equal(hasMore, Read($$$"""{"_embedded":{"ids":{{{items}}}}}""", default, ShortPageEnds).HasMore);
    }

    [Theory]
    [InlineData("[1,2]", true)]
    [InlineData("[]", false)]
    public void Elsewhere_only_an_empty_page_ends_it(string items, bool hasMore)
    {
        Assert.Equal(hasMore, Read($$$"""{"_embedded":{"ids":{{{items}}}}}""", default, UntilEmpty).HasMore);
    }

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(3, 3, false)]
    public void The_page_count_decides_where_it_is_sent(int page, int count, bool hasMore)
    {
        Assert.Equal(hasMore, Read($$$"""{"_page":{{{page}}},"_page_count":{{{count}}},"_embedded":{"ids":[1]}}""", default, Totals).HasMore);
    }

    [Fact]
    public void The_total_decides_where_there_is_no_page_count()
    {
        Assert.True(Read("""{"_total_items":4,"_embedded":{"ids":[1,2,3]}}""", default, Totals).HasMore);
        Assert.False(Read("""{"_total_items":3,"_embedded":{"ids":[1,2,3]}}""", default, Totals).HasMore);
        // 50 of the 250 that were asked for, and 60 in all: the page is short and not the last.
        Assert.True(Read("""{"_total_items":60,"_embedded":{"ids":[1,2]}}""", new PageWindow(1, 250), Totals).HasMore);
        // The third page holds the last of seven.
        Assert.False(Read("""{"_total_items":7,"_page":3,"_embedded":{"ids":[7]}}""", new PageWindow(3, 3), Totals).HasMore);
        Assert.True(Read("""{"_total_items":8,"_page":3,"_embedded":{"ids":[7]}}""", new PageWindow(3, 3), Totals).HasMore);
    }

    [Fact]
    public void The_next_link_is_not_believed()
    {
        Assert.False(Read("""{"_links":{"next":{"href":"https://x/?page=2"}},"_embedded":{"ids":[1]}}""", default, ShortPageEnds).HasMore);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"_embedded":[]}""")]
    [InlineData("""{"_page":"x","_page_count":{},"_total_items":[1],"_embedded":{"ids":null}}""")]
    public void A_body_without_items_is_an_empty_last_page(string json)
    {
        var page = Read(json, new PageWindow(4, null), UntilEmpty);

        Assert.Empty(page.Items);
        Assert.Equal((4, false), (page.Number, page.HasMore));
    }

    [Fact]
    public void A_page_is_written_with_what_is_known_of_it()
    {
        Assert.Equal(
            """{"items":[1,2],"page":1,"limit":2,"has_more":true,"total_items":5}""",
            JsonValues.Write(new Page<long>([1, 2], 1, 2, true, 5), static (writer, page) => PageJson.Write(writer, page, JsonWrite.Number)));
        Assert.Equal(
            """{"items":[],"page":3,"limit":3,"has_more":false}""",
            JsonValues.Write(PageJson.Empty<long>(new PageWindow(3, null), UntilEmpty), static (writer, page) => PageJson.Write(writer, page, JsonWrite.Number)));
    }

    private static Page<long> Read(string json, PageWindow window, PagingRules rules) => JsonValues.Read<Page<long>>(
        json, (ref Utf8JsonReader reader) => PageJson.Read(ref reader, "ids"u8, JsonRead.Int64, window, rules))!;
}
