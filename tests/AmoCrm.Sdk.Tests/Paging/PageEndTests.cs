using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AmoCrm.Sdk.Tests.TestSupport;

namespace AmoCrm.Sdk.Tests.Paging;

/// <summary>How an enumeration ends before its end: cancelled, left, or by a page that fails.</summary>
public sealed class PageEndTests
{
    private readonly HeldTransport _amo = new() { IsDeaf = true };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Who_is_cancelled_while_he_waits_hears_of_it_though_nobody_answers(int before)
    {
        using var cancellation = new CancellationTokenSource();
        await using var pages = Pages(cancellation.Token);
        await ReadAsync(pages, before);
        var next = pages.NextAsync();
        Assert.False(next.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.All(_amo.Asked.Skip(before), static asked => Assert.True(asked.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task Who_is_cancelled_while_he_works_gets_no_further_page_though_it_lies_ready()
    {
        using var cancellation = new CancellationTokenSource();
        await using var pages = Pages(cancellation.Token);
        await ReadAsync(pages, 1);
        _amo.Asked[1].AnswerFull();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pages.NextAsync());
    }

    [Fact]
    public async Task A_page_that_fails_is_thrown_in_its_place()
    {
        await using var pages = Pages();
        await ReadAsync(pages, 2);
        var third = pages.NextAsync();
        _amo.Asked[3].Fail(new AmoCrmNetworkException("The fourth."));
        _amo.Asked[2].AnswerFull();
        Assert.True(await third);
        Assert.Equal(3, pages.Current.Number);
        Assert.Equal("The fourth.", (await Assert.ThrowsAsync<AmoCrmNetworkException>(() => pages.NextAsync())).Message);
    }

    [Fact]
    public async Task Who_leaves_cancels_what_is_under_way()
    {
        var pages = Pages();
        await ReadAsync(pages, 4);
        await pages.DisposeAsync().AsTask().WithPatience();
        Assert.InRange(_amo.Asked.Count, 8, 12);
        Assert.All(_amo.Asked.Skip(4), static asked => Assert.True(asked.Token.IsCancellationRequested));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_fails_late_is_nobodys_concern(bool isCancelled)
    {
        var marker = $"Late {Guid.NewGuid()}";
        var unobserved = new ConcurrentQueue<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs failure) => unobserved.Enqueue(failure.Exception.ToString());
        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await LeaveAsync(marker, isCancelled);
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.DoesNotContain(unobserved, failure => failure.Contains(marker, StringComparison.Ordinal));
    }

    // A method of its own: nothing of it may be held when the garbage is collected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task LeaveAsync(string marker, bool isCancelled)
    {
        var amo = new HeldTransport { IsDeaf = true };
        using var cancellation = new CancellationTokenSource();
        var pages = amo.Client().Api.EnumeratePagesAsync(ItemOperations.List(), new ItemArguments(), static item => item.Id, default, cancellation.Token).GetAsyncEnumerator();
        await ReadAsync(amo, pages, 2);
        if (isCancelled)
        {
            var next = pages.NextAsync();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        }

        await pages.DisposeAsync();
        foreach (var asked in amo.Asked)
        {
            asked.Fail(new AmoCrmNetworkException(marker));
        }

        // What follows from the failure runs on other threads: it is over when this is.
        await Task.WhenAll(amo.Asked.Select(static asked => asked.Answered.ContinueWith(static _ => { }, TaskScheduler.Default)));
        await Task.Delay(50);
    }

    private static async Task ReadAsync(HeldTransport amo, IAsyncEnumerator<Page<Item>> pages, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            var next = pages.NextAsync();
            amo.Asked[number - 1].AnswerFull();
            Assert.True(await next);
        }
    }

    private Task ReadAsync(IAsyncEnumerator<Page<Item>> pages, int count) => ReadAsync(_amo, pages, count);

    private IAsyncEnumerator<Page<Item>> Pages(CancellationToken cancellationToken = default) =>
        _amo.Client().Api.EnumeratePagesAsync(ItemOperations.List(), new ItemArguments(), static item => item.Id, default, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
}
