using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>How a bulk write ends before its end, and that nothing that was sent is without an outcome then.</summary>
public sealed class BulkEndTests
{
    private readonly HeldTransport _amo = new();

    [Fact]
    public async Task Cancelled_it_tells_of_what_was_under_way_and_then_throws()
    {
        using var cancellation = new CancellationTokenSource();
        var ending = _amo.Client().Api.BulkAsync(ItemOperations.Create, Numbered(10), new BulkOptions { MaxConcurrency = 2 }, cancellation.Token).UntilItEndsAsync();
        _amo.Asked[0].AnswerCreated(11);
        await _amo.WhenAskedAsync(2);
        await cancellation.CancelAsync();
        var (outcomes, failure) = await ending;
        Assert.Equal("Succeeded Succeeded Unknown Unknown Unknown Unknown", string.Join(' ', outcomes.Take(6).Select(static outcome => outcome.Kind)));
        Assert.All(outcomes.Skip(6), static outcome => Assert.Equal(BulkOutcomeKind.NotSent, outcome.Kind));
        Assert.IsType<OperationCanceledException>(failure, exactMatch: false);
        Assert.Equal(3, _amo.Asked.Count);
    }

    [Fact]
    public async Task Cancelled_when_all_are_under_way_it_throws_as_well()
    {
        using var cancellation = new CancellationTokenSource();
        var ending = _amo.Client().Api.BulkAsync(ItemOperations.Create, Numbered(4), null, cancellation.Token).UntilItEndsAsync();
        await _amo.WhenAskedAsync(1);
        _amo.Asked[0].AnswerCreated(11);
        _amo.Asked[1].Fail(new OperationCanceledException());
        await cancellation.CancelAsync();
        var (outcomes, failure) = await ending;
        Assert.Equal("Succeeded Succeeded NotSent NotSent", string.Join(' ', outcomes.Select(static outcome => outcome.Kind)));
        Assert.IsType<OperationCanceledException>(failure, exactMatch: false);
    }

    [Fact]
    public async Task A_caller_who_is_slow_and_cancels_hears_of_all_that_was_sent()
    {
        // Answered at once, more is done than the caller has taken: the places are free, and only he keeps the next ones back.
        var amo = new HeldTransport { AnswersAtOnce = static asked => { asked.AnswerCreated(1); return true; } };
        using var cancellation = new CancellationTokenSource();
        await using var outcomes = amo.Client().Api.BulkAsync(ItemOperations.Create, Numbered(100), new BulkOptions { MaxConcurrency = 2 }, cancellation.Token).GetAsyncEnumerator(CancellationToken.None);
        var told = new List<BulkOutcome>();
        Assert.True(await outcomes.NextAsync());
        told.Add(outcomes.Current);
        await amo.WhenAskedAsync(2);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await outcomes.NextAsync())
            {
                told.Add(outcomes.Current);
            }
        });
        Assert.Equal(amo.Asked.Sum(static asked => asked.Names.Count), told.Count(static outcome => outcome.Kind == BulkOutcomeKind.Succeeded));
    }

    [Fact]
    public async Task Who_leaves_waits_for_what_was_sent_and_does_not_cut_it_off()
    {
        var told = new List<BulkOutcome>();
        var options = new BulkOptions { MaxConcurrency = 2, Completed = outcomes => { told.AddRange(outcomes); return ValueTask.CompletedTask; } };
        var outcomes = _amo.Client().Api.BulkAsync(ItemOperations.Create, Numbered(10), options, default).GetAsyncEnumerator();
        var first = outcomes.NextAsync();
        _amo.Asked[0].AnswerCreated(11);
        Assert.True(await first);
        await _amo.WhenAskedAsync(2);
        var leaving = outcomes.DisposeAsync().AsTask();
        _amo.Asked[2].AnswerCreated(15);
        Assert.False(leaving.IsCompleted);
        Assert.False(_amo.Asked[1].Token.IsCancellationRequested);
        _amo.Asked[1].AnswerCreated(13);
        await leaving.WithPatience();
        Assert.Equal([0, 1, 2, 3, 4, 5], told.Select(static outcome => outcome.Index).Order());
        Assert.All(told, static outcome => Assert.Equal(BulkOutcomeKind.Succeeded, outcome.Kind));
        Assert.Equal(3, _amo.Asked.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task What_cannot_be_sent_ends_it_when_the_rest_has_been_told(int status)
    {
        var outcomes = new List<BulkOutcome>();
        await using var source = _amo.Client().Api.BulkAsync(ItemOperations.Create, Numbered(10), new BulkOptions { MaxConcurrency = 2 }, default).GetAsyncEnumerator();
        var next = source.NextAsync();
        _amo.Asked[0].Answer(status, "{}");
        Assert.True(await next);
        _amo.Asked[1].AnswerCreated(13);
        var failure = await Assert.ThrowsAnyAsync<AmoCrmApiException>(async () =>
        {
            do
            {
                outcomes.Add(source.Current);
            }
            while (await source.NextAsync());
        });
        Assert.Equal("NotSent NotSent Succeeded Succeeded", string.Join(' ', outcomes.Take(4).Select(static outcome => outcome.Kind)));
        Assert.All(outcomes.Skip(4), static outcome => Assert.Equal(BulkOutcomeKind.NotSent, outcome.Kind));
        Assert.Equal(status, failure.StatusCode);
        Assert.Same(failure, outcomes[0].Error);
        Assert.Equal(2, _amo.Asked.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_callers_own_code_throws_ends_it_and_takes_nothing_from_what_was_sent(bool isBefore)
    {
        var calls = 0;
        var server = new CreatingServer([]);
        ValueTask Throw<T>(IReadOnlyList<T> items) => Interlocked.Increment(ref calls) == 2 ? throw new IOException("The journal is full.") : ValueTask.CompletedTask;
        var options = new BulkOptions { MaxConcurrency = 1, Sending = isBefore ? Throw : null, Completed = isBefore ? null : Throw };
        var (outcomes, failure) = await server.Client().Api.BulkAsync(ItemOperations.Create, Numbered(10), options, default).UntilItEndsAsync();
        Assert.Equal("The journal is full.", Assert.IsType<IOException>(failure).Message);
        Assert.Equal(isBefore ? [2] : [2, 2], server.Sizes);
        Assert.Equal(server.Sizes.Sum(), outcomes.Count(static outcome => outcome.Kind == BulkOutcomeKind.Succeeded));
        Assert.Equal(isBefore ? 2 : 0, outcomes.Count(static outcome => outcome.Kind == BulkOutcomeKind.NotSent && outcome.Error is IOException));
    }

    private static IEnumerable<ItemArguments> Numbered(int count) => Enumerable.Range(0, count).Select(static index => new ItemArguments($"item {index}"));
}
