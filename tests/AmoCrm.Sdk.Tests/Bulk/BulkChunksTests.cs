using System.Threading.Channels;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>What goes into which request, and how many are under way.</summary>
public sealed class BulkChunksTests
{
    private readonly HeldTransport _amo = new();

    [Theory]
    [InlineData(null, new[] { 5, 5, 2 })]
    [InlineData(9, new[] { 9, 3 })]
    [InlineData(1, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public async Task Requests_are_as_large_as_amocrm_recommends_or_the_caller_says(int? size, int[] expected)
    {
        var server = new CreatingServer([]);
        var (outcomes, _) = await server.Client().Api.BulkAsync(ItemOperations.CreateIn(5, 9), Numbered(12), new BulkOptions { ChunkSize = size, MaxConcurrency = 1 }, default).UntilItEndsAsync();
        Assert.Equal(expected, server.Sizes);
        Assert.Equal(12, outcomes.Count);
    }

    public static TheoryData<string, BulkOptions> Wrong => new()
    {
        { nameof(BulkOptions.ChunkSize), new BulkOptions { ChunkSize = 0 } },
        { nameof(BulkOptions.ChunkSize), new BulkOptions { ChunkSize = 10 } },
        { nameof(BulkOptions.MaxConcurrency), new BulkOptions { MaxConcurrency = 0 } },
        { nameof(BulkOptions.MaxConcurrency), new BulkOptions { MaxConcurrency = 65 } },
        { nameof(BulkOptions.MaxWait), new BulkOptions { MaxWait = TimeSpan.FromTicks(-1) } },
        { nameof(BulkOptions.MaxWait), new BulkOptions { MaxWait = TimeSpan.FromMinutes(11) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Options_that_cannot_be_are_refused_where_the_call_is(string parameter, BulkOptions options) =>
        Assert.Equal(parameter, Assert.Throws<AmoCrmArgumentException>(() => { _amo.Client().Api.BulkAsync(ItemOperations.CreateIn(5, 9), Numbered(1), options, default); }).ParamName);

    [Fact]
    public async Task Options_that_are_changed_later_change_nothing()
    {
        var server = new CreatingServer([]);
        var options = new BulkOptions { ChunkSize = 3 };
        var outcomes = server.Client().Api.BulkAsync(ItemOperations.CreateIn(5, 9), Numbered(3), options, default);
        options.ChunkSize = 1;
        await outcomes.UntilItEndsAsync();
        Assert.Equal([3], server.Sizes);
    }

    [Fact]
    public async Task No_items_are_no_request()
    {
        Assert.Empty((await _amo.Client().Api.BulkAsync(ItemOperations.Create, [], null, default).UntilItEndsAsync()).Items);
        Assert.Empty(_amo.Asked);
    }

    [Fact]
    public async Task Rows_for_other_paths_go_separately_and_keep_their_order()
    {
        var amo = new HeldTransport { AnswersAtOnce = AnswersCreated };
        var operation = ItemOperations.CreateIn(5, 9, path: static item => $"/api/v4/lists/{item.Id}/items");
        ItemArguments[] items = [new("a", 1), new("b", 1), new("c", 2), new(), new("d", 2), new("e", 1)];
        var (outcomes, _) = await amo.Client().Api.BulkAsync(operation, items, null, default).UntilItEndsAsync();
        Assert.Equal(["1 a b", "2 c d", "1 e"], amo.Asked.Select(static asked => $"{asked.Request.Path[14]} {string.Join(' ', asked.Names)}"));
        Assert.Equal([0, 1, 2, 3, 4, 5], outcomes.Select(static outcome => outcome.Index));
        Assert.Equal(BulkOutcomeKind.Rejected, outcomes[3].Kind);
    }

    [Fact]
    public async Task What_comes_slowly_is_sent_when_nothing_more_comes_for_a_while()
    {
        var time = new FakeTimeProvider();
        var source = Channel.CreateUnbounded<ItemArguments>();
        source.Writer.TryWrite(new ItemArguments("a"));
        source.Writer.TryWrite(new ItemArguments("b"));
        var options = new BulkOptions { MaxWait = TimeSpan.FromSeconds(3) };
        var outcomes = _amo.Client(client => client.TimeProvider = time).Api.BulkAsync(ItemOperations.CreateIn(5, 9), source.Reader.ReadAllAsync(TestContext.Current.CancellationToken), options, default).GetAsyncEnumerator();
        var first = outcomes.NextAsync();
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Empty(_amo.Asked);
        time.Advance(TimeSpan.FromSeconds(0.1));
        var sent = await _amo.WhenAskedAsync(0);
        Assert.Equal(["a", "b"], sent.Names);
        sent.AnswerCreated(1);
        Assert.True(await first);
        source.Writer.TryWrite(new ItemArguments("c"));
        source.Writer.Complete();
        (await _amo.WhenAskedAsync(1)).AnswerCreated(3);
        Assert.True(await outcomes.NextAsync());
        Assert.True(await outcomes.NextAsync());
        Assert.Equal((2, 3), (outcomes.Current.Index, outcomes.Current.Id));
        Assert.False(await outcomes.NextAsync());
    }

    [Fact]
    public async Task Never_more_are_under_way_than_allowed_and_answers_come_in_the_order_of_the_items()
    {
        var outcomes = _amo.Client().Api.BulkAsync(ItemOperations.Create, Numbered(10), new BulkOptions { MaxConcurrency = 2 }, default).GetAsyncEnumerator();
        var first = outcomes.NextAsync();
        Assert.Equal(2, _amo.Asked.Count);
        _amo.Asked[1].AnswerCreated(13);
        (await _amo.WhenAskedAsync(2)).AnswerCreated(15);
        Assert.False(first.IsCompleted);
        _amo.Asked[0].AnswerCreated(11);
        Assert.True(await first);
        var ids = new List<long?>();
        do
        {
            ids.Add(outcomes.Current.Id);
            if (ids.Count is 3 or 5)
            {
                // The first of a request is given out: there is room for one more.
                (await _amo.WhenAskedAsync((ids.Count + 3) / 2)).AnswerCreated(14 + ids.Count);
            }
        }
        while (await outcomes.NextAsync());

        Assert.Equal([11, 12, 13, 14, 15, 16, 17, 18, 19, 20], ids);
        Assert.All(_amo.Asked, static asked => Assert.Equal(AmoCrmPriority.Bulk, asked.Request.Priority));
    }

    [Fact]
    public async Task Who_takes_outcomes_slowly_slows_the_reading_down()
    {
        var server = new CreatingServer([]);
        var taken = 0;
        var items = Numbered(1000).Select(item =>
        {
            taken++;
            return item;
        });
        await using var outcomes = server.Client().Api.BulkAsync(ItemOperations.Create, items, new BulkOptions { ChunkSize = 2, MaxConcurrency = 3 }, default).GetAsyncEnumerator();
        for (var index = 0; index < 100; index++)
        {
            Assert.True(await outcomes.NextAsync());

            // The chunk that is given out, three behind it, and one that waits for room; its first items may come from the next chunk.
            Assert.InRange(Volatile.Read(ref taken), index + 1, index + 2 + (2 * 5));
        }
    }

    private static bool AnswersCreated(HeldRequest asked)
    {
        asked.AnswerCreated(1);
        return true;
    }

    private static IEnumerable<ItemArguments> Numbered(int count) => Enumerable.Range(0, count).Select(static index => new ItemArguments($"item {index}"));
}
