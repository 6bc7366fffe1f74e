using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Paging;

public sealed class PageEnumeratorTests
{
    private static readonly PagingRules UntilEmpty = new() { MaximumLimit = 250, DefaultLimit = 2 };
    private static readonly PagingRules ByTotals = new() { MaximumLimit = 250, DefaultLimit = 2, ShortPageEnds = true, HasTotals = true };

    [Fact]
    public async Task Pages_are_asked_for_with_an_explicit_limit_in_a_stable_order_until_a_short_one()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1, 2)).Answers(200, Items.Page(3, 4)).Answers(200, Items.Page(5));
        Assert.Equal([1, 2, 3, 4, 5], await Ids(test, null, new ItemArguments("q")));
        Assert.Equal(
            ["GET /api/v4/items?query=q&order%5Bid%5D=asc&page=1&limit=2", "GET /api/v4/items?query=q&order%5Bid%5D=asc&page=2&limit=2", "GET /api/v4/items?query=q&order%5Bid%5D=asc&page=3&limit=2"],
            test.Http.Sent.Select(sent => sent.Line));
    }

    [Fact]
    public async Task The_callers_order_page_and_limit_are_his()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(7, 8, 9)).Answers(204);
        Assert.Equal([7, 8, 9], await Ids(test, null, new ItemArguments(HasOrder: true, Page: 4, Limit: 3)));
        Assert.Equal(["GET /api/v4/items?page=4&limit=3", "GET /api/v4/items?page=5&limit=3"], test.Http.Sent.Select(sent => sent.Line));
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, """{"_embedded":{"items":[]}}""")]
    [InlineData(200, """{"_embedded":{"items":null}}""")]
    [InlineData(200, "{}")]
    public async Task An_empty_page_ends_it_whatever_next_says(int status, string empty)
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1, 2)).Answers(status, empty);
        Assert.Equal([1, 2], await Ids(test, UntilEmpty));
        Assert.Equal(2, test.Http.Sent.Count);
    }

    [Fact]
    public async Task A_short_page_does_not_end_it_where_that_is_not_declared()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1)).Answers(200, Items.Page(2)).Answers(204);
        Assert.Equal([1, 2], await Ids(test, UntilEmpty));
        Assert.Equal(3, test.Http.Sent.Count);
    }

    [Fact]
    public async Task A_page_count_ends_it()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page("\"_page_count\":2,", 1)).Answers(200, Items.Page("\"_page_count\":2,", 2, 3)).Answers(500);
        Assert.Equal([1, 2, 3], await Ids(test, ByTotals));
        Assert.Equal(2, test.Http.Sent.Count);
    }

    [Fact]
    public async Task A_total_ends_it_though_pages_are_shorter_than_asked_for()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page("\"_total_items\":3,", 1)).Answers(200, Items.Page("\"_total_items\":3,", 2)).Answers(200, Items.Page("\"_total_items\":3,", 3)).Answers(500);
        Assert.Equal([1, 2, 3], await Ids(test, ByTotals));
        Assert.Equal(3, test.Http.Sent.Count);
    }

    [Fact]
    public async Task What_moved_to_the_next_page_meanwhile_is_not_given_twice()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1, 2)).Answers(200, Items.Page(2, 3)).Answers(204);
        Assert.Equal([1, 2, 3], await Ids(test, UntilEmpty));
    }

    [Fact]
    public async Task A_resource_that_always_answers_the_same_page_comes_to_an_end()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1, 2));
        Assert.Equal([1, 2], await Ids(test, UntilEmpty));
        Assert.Equal(3, test.Http.Sent.Count);
    }

    [Fact]
    public async Task Rows_that_moved_on_by_a_whole_page_do_not_end_it()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1, 2)).Answers(200, Items.Page(1, 2)).Answers(200, Items.Page(3, 4)).Answers(204);
        Assert.Equal([1, 2, 3, 4], await Ids(test, UntilEmpty));
    }

    [Fact]
    public async Task Events_have_ids_of_text_and_no_order_and_are_not_given_twice_either()
    {
        var test = new TestClient();
        test.Http.Answers(200, Events("b", "a")).Answers(200, Events("c", "b")).Answers(204);
        var ids = new List<string>();
        await foreach (var entry in test.Client.Events.EnumerateAsync(new ListEventsRequest { Limit = 2 }, TestContext.Current.CancellationToken))
        {
            ids.Add(entry.Id);
        }

        Assert.Equal(["b", "a", "c"], ids);
    }

    [Fact]
    public void Bad_arguments_throw_where_the_call_is()
    {
        var test = new TestClient();
        Assert.Throws<AmoCrmArgumentException>(() => test.Api.EnumerateAsync(ItemOperations.List(), new ItemArguments(Limit: 500), default));
    }

    [Fact]
    public async Task A_cancelled_enumeration_throws_and_gives_no_part_as_the_whole()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1, 2)).Answers(200, Items.Page(3, 4));
        using var cancellation = new CancellationTokenSource();
        var seen = new List<long>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in test.Api.EnumerateAsync(ItemOperations.List(), new ItemArguments(), static item => item.Id, default).WithCancellation(cancellation.Token))
            {
                seen.Add(item.Id);
                await cancellation.CancelAsync();
            }
        });
        Assert.Equal([1], seen);
    }

    [Fact]
    public async Task A_page_that_fails_is_thrown_and_no_end()
    {
        var test = new TestClient();
        test.Http.Answers(200, Items.Page(1, 2)).Answers(500);
        await Assert.ThrowsAsync<AmoCrmServerException>(() => Ids(test, null));
    }

    private static string Events(params string[] ids) =>
        $$"""{"_embedded":{"events":[{{string.Join(',', ids.Select(static id => $$"""{"id":"{{id}}","type":"lead_added"}"""))}}]} }""";

    private static async Task<List<long>> Ids(TestClient test, PagingRules? rules, ItemArguments? arguments = null)
    {
        var ids = new List<long>();
        await foreach (var item in test.Api.EnumerateAsync(ItemOperations.List(rules), arguments ?? new ItemArguments(), static item => item.Id, default))
        {
            ids.Add(item.Id);
        }

        return ids;
    }
}
