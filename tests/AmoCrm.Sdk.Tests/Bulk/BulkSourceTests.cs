using System.Runtime.CompilerServices;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Bulk;

/// <summary>What is given to a bulk write may fail, wait or be left.</summary>
public sealed class BulkSourceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _further = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isDisposed;

    [Fact]
    public async Task A_source_that_fails_is_thrown_when_what_was_sent_has_been_told()
    {
        var server = new CreatingServer([]);
        var (outcomes, failure) = await server.Client().Api.BulkAsync(ItemOperations.Create, Failing(), null, default).UntilItEndsAsync();
        Assert.Equal("The file ends early.", Assert.IsType<EndOfStreamException>(failure).Message);
        Assert.Equal([2], server.Sizes);
        Assert.Equal([0, 1], outcomes.Select(static outcome => outcome.Index));
    }

    [Fact]
    public async Task A_source_that_is_left_while_it_waits_comes_to_its_end_first()
    {
        var server = new CreatingServer([]);
        var outcomes = server.Client(options => options.TimeProvider = _time).Api.BulkAsync(ItemOperations.Create, Waiting(), null, default).GetAsyncEnumerator();
        var first = outcomes.NextAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await first);
        await outcomes.DisposeAsync().AsTask().WithPatience();
        Assert.True(_isDisposed);
    }

    [Fact]
    public async Task Cancelled_while_the_source_waits_it_says_so()
    {
        var server = new CreatingServer([]);
        using var cancellation = new CancellationTokenSource();
        var outcomes = server.Client(options => options.TimeProvider = _time).Api.BulkAsync(ItemOperations.Create, Waiting(), null, cancellation.Token).GetAsyncEnumerator(CancellationToken.None);
        var first = outcomes.NextAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await first);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => outcomes.NextAsync());
        Assert.True(_isDisposed);
    }

    [Fact]
    public async Task A_failure_is_told_though_the_source_waits()
    {
        var server = new CreatingServer([ServerFate.IsTooBusy]);
        var ending = server.Client(options => options.TimeProvider = _time).Api.BulkAsync(ItemOperations.Create, Waiting(), null, default).UntilItEndsAsync();
        _time.Advance(TimeSpan.FromSeconds(1));
        var (outcomes, failure) = await ending;
        Assert.Equal(BulkOutcomeKind.NotSent, Assert.Single(outcomes).Kind);
        Assert.IsType<AmoCrmRateLimitedException>(failure);
    }

    private static IEnumerable<ItemArguments> Failing()
    {
        yield return new ItemArguments("a");
        yield return new ItemArguments("b");
        yield return new ItemArguments("c");
        throw new EndOfStreamException("The file ends early.");
    }

    /// <summary>One item, and then nothing for ever, but for the token.</summary>
    private async IAsyncEnumerable<ItemArguments> Waiting([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return new ItemArguments("a");
            await _further.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _isDisposed = true;
        }
    }
}
