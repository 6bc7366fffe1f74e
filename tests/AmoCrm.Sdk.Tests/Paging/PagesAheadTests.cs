using AmoCrm.Sdk.Paging;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Paging;

/// <summary>Pages that are asked for before the caller wants them.</summary>
public sealed class PagesAheadTests
{
    private static readonly PagingRules UntilEmpty = new() { MaximumLimit = 250, DefaultLimit = 2 };
    private static readonly PagingRules ByTotals = new() { MaximumLimit = 250, DefaultLimit = 2, ShortPageEnds = true, HasTotals = true };

    private readonly HeldTransport _amo = new();

    [Fact]
    public async Task The_next_page_is_asked_for_while_the_caller_works_and_behind_interactive_requests()
    {
        await using var pages = Pages();
        var first = pages.NextAsync();
        Assert.Single(_amo.Asked).AnswerFull();
        Assert.True(await first);
        Assert.Equal([1, 2], _amo.Asked.Select(static asked => asked.Page));
        Assert.Equal([AmoCrmPriority.Interactive, AmoCrmPriority.Bulk], _amo.Asked.Select(static asked => asked.Request.Priority));
    }

    [Fact]
    public async Task Who_has_to_wait_gets_twice_as_many_ahead_until_there_are_enough()
    {
        await using var pages = Pages();
        var asked = new List<int>();
        for (var number = 1; number <= 7; number++)
        {
            var next = pages.NextAsync();
            asked.Add(_amo.Asked.Count);
            _amo.Asked[number - 1].AnswerFull();
            Assert.True(await next);
            Assert.Equal([(2 * number) - 1, 2 * number], pages.Current.Items.Select(static item => item.Id));
            Assert.InRange(_amo.Asked.Count - number, 1, PageAhead<int>.MostAhead);
        }

        // One beyond the page that is waited for, then two, four and eight; never more.
        Assert.Equal([1, 3, 5, 8, 13, 14, 15], asked);
    }

    [Fact]
    public async Task Where_pages_lie_ready_fewer_are_read_ahead()
    {
        var asked = new List<TaskCompletionSource<int>>();
        using var ahead = new PageAhead<int>(
            (_, _, _) =>
            {
                asked.Add(new TaskCompletionSource<int>());
                return asked[^1].Task;
            },
            1,
            CancellationToken.None);
        for (var number = 1; number <= 7; number++)
        {
            var next = ahead.NextAsync();
            asked[number - 1].SetResult(number);
            Assert.Equal(number, await next);
            ahead.ReadAhead();
        }

        Assert.Equal(PageAhead<int>.MostAhead, ahead.Ahead);
        var held = new List<int>();
        for (var number = 8; number <= 20; number++)
        {
            asked.ForEach(static page => page.TrySetResult(0));
            await ahead.NextAsync();
            ahead.ReadAhead();
            held.Add(asked.Count - number);
        }

        Assert.Equal([7, 6, 5, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2], held);
    }

    [Fact]
    public async Task Pages_come_in_their_order_whatever_order_they_are_answered_in()
    {
        await using var pages = Pages();
        for (var number = 1; number <= 3; number++)
        {
            var next = pages.NextAsync();
            _amo.Asked[number - 1].AnswerFull();
            await next;
        }

        var fourth = pages.NextAsync();
        foreach (var asked in _amo.Asked.Skip(4).Reverse())
        {
            asked.AnswerFull();
        }

        Assert.False(fourth.IsCompleted);
        _amo.Asked[3].AnswerFull();
        await fourth;
        var numbers = new List<int> { pages.Current.Number };
        while (numbers.Count < 4)
        {
            await pages.NextAsync();
            numbers.Add(pages.Current.Number);
        }

        Assert.Equal([4, 5, 6, 7], numbers);
    }

    [Fact]
    public async Task Nothing_is_asked_for_beyond_a_last_page_that_is_known()
    {
        await using var pages = Pages(ByTotals);
        for (var number = 1; number <= 5; number++)
        {
            var next = pages.NextAsync();
            var asked = await _amo.WhenAskedAsync(number - 1);
            asked.Answer(200, Items.Page("\"_page_count\":5,", number * 2, (number * 2) + 1));
            Assert.True(await next);
            Assert.Equal(number < 5, pages.Current.HasMore);
        }

        Assert.False(await pages.NextAsync());
        Assert.Equal([1, 2, 3, 4, 5], _amo.Asked.Select(static asked => asked.Page));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    public async Task A_short_list_costs_one_request_beyond_its_end_at_most(int count, int requests)
    {
        await using var pages = Pages(ItemOperations.List().Paging);
        for (var number = 1; number <= count; number++)
        {
            var next = pages.NextAsync();
            _amo.Asked[number - 1].Answer(200, number < count ? Items.Page(1, 2) : Items.Page(3));
            Assert.True(await next);
        }

        Assert.False(await pages.NextAsync());
        Assert.Equal(requests, _amo.Asked.Count);
    }

    [Fact]
    public async Task Numbers_limits_and_what_moved_are_told_page_by_page()
    {
        var pages = Pages(UntilEmpty, new ItemArguments(Page: 3, Limit: 2));
        var next = pages.NextAsync();
        _amo.Asked[0].Answer(200, Items.Page("\"_page\":1,", 1, 2));
        await next;
        Assert.Equal((3, 2, true), (pages.Current.Number, pages.Current.Limit, pages.Current.HasMore));
        next = pages.NextAsync();
        _amo.Asked[1].Answer(200, Items.Page(2, 1));
        (await _amo.WhenAskedAsync(2)).Answer(200, Items.Page(2, 3));
        await next;
        Assert.Equal([3], pages.Current.Items.Select(static item => item.Id));
        Assert.Equal(5, pages.Current.Number);
        await pages.DisposeAsync();
    }

    private IAsyncEnumerator<Page<Item>> Pages(PagingRules? rules = null, ItemArguments? arguments = null) =>
        _amo.Client().Api.EnumeratePagesAsync(ItemOperations.List(rules ?? UntilEmpty), arguments ?? new ItemArguments(), static item => item.Id, default, default).GetAsyncEnumerator();
}
