using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;
using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.Transport;

public sealed class TimeLimitTests
{
    private static readonly AmoCrmRequest Interactive = new(HttpMethod.Get, "/api/v4/account");
    private static readonly AmoCrmRequest Bulk = new(HttpMethod.Get, "/api/v4/account") { Priority = AmoCrmPriority.Bulk };

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_pause_does_not_count_and_what_was_left_before_it_is_left_after_it()
    {
        using var budget = TimeLimit.Start(TimeSpan.FromSeconds(60), _clock, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(40), budget.Remaining);
        budget.Pause();
        _clock.Advance(TimeSpan.FromHours(3));
        Assert.False(budget.Token.IsCancellationRequested);
        budget.Resume();
        Assert.Equal(TimeSpan.FromSeconds(40), budget.Remaining);
        _clock.Advance(TimeSpan.FromSeconds(39));
        Assert.False(budget.Token.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(budget.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_time_that_is_over_stays_over()
    {
        using var budget = TimeLimit.Start(TimeSpan.FromSeconds(1), _clock, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(2));
        budget.Pause();
        budget.Resume();
        Assert.True(budget.Token.IsCancellationRequested);
        Assert.True(budget.Remaining <= TimeSpan.Zero);
    }

    [Fact]
    public void The_outer_token_ends_it_and_that_is_told_apart()
    {
        using var caller = new CancellationTokenSource();
        using var ended = TimeLimit.Start(TimeSpan.FromSeconds(1), _clock, CancellationToken.None);
        using var cancelled = TimeLimit.Start(TimeSpan.FromSeconds(60), _clock, caller.Token);
        caller.Cancel();
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(ended.IsOver);
        Assert.True(cancelled.Token.IsCancellationRequested);
        Assert.False(cancelled.IsOver);
    }

    [Fact]
    public void After_its_end_it_is_somebody_elses()
    {
        // Its time is used up in a moment, and it is paused: an attempt that was given up would let it go on.
        var ended = TimeLimit.Start(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        ended.Pause();
        ended.Dispose();
        ended.Pause();
        ended.Resume();

        // It is one of those that wait to be used again, of which there are at most 64.
        var next = Enumerable.Range(0, 65).Select(static _ => TimeLimit.Start(TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None)).ToList();
        Assert.Equal(WaitHandle.WaitTimeout, WaitHandle.WaitAny([.. next.Take(60).Select(static limit => limit.Token.WaitHandle)], TimeSpan.FromMilliseconds(100)));
        Assert.DoesNotContain(next, static limit => limit.Token.IsCancellationRequested);
        next.ForEach(static limit => limit.Dispose());
    }

    [Fact]
    public void One_by_another_clock_ends_with_its_call_whoever_still_asks_it()
    {
        var ended = TimeLimit.Start(TimeSpan.FromSeconds(1), _clock, CancellationToken.None);
        var token = ended.Token;
        ended.Dispose();
        ended.Pause();
        ended.Resume();
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(token.IsCancellationRequested);
        Assert.Throws<ObjectDisposedException>(() => ended.Token);
    }

    [Fact]
    public void One_that_was_cancelled_is_not_used_again()
    {
        for (var i = 0; i < 100; i++)
        {
            using var caller = new CancellationTokenSource();
            var cancelled = TimeLimit.Start(TimeSpan.FromMinutes(5), TimeProvider.System, caller.Token);
            caller.Cancel();
            cancelled.Dispose();
            using var next = TimeLimit.Start(TimeSpan.FromMinutes(5), TimeProvider.System, CancellationToken.None);
            Assert.False(next.Token.IsCancellationRequested);
        }
    }

    [Fact]
    public void One_that_is_over_hears_no_more_of_its_outer_token()
    {
        using var caller = new CancellationTokenSource();
        TimeLimit.Start(TimeSpan.FromMinutes(5), TimeProvider.System, caller.Token).Dispose();
        using var next = TimeLimit.Start(TimeSpan.FromMinutes(5), TimeProvider.System, CancellationToken.None);
        caller.Cancel();
        Assert.False(next.Token.IsCancellationRequested);
    }

    [Fact]
    public void Those_that_end_unused_are_used_again_and_allocate_nothing()
    {
        StartAndEnd();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            StartAndEnd();
        }

        // Tests beside this one may take one away now and then; a thousand new ones would be half a megabyte.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000);

        static void StartAndEnd() => TimeLimit.Start(TimeSpan.FromMinutes(5), TimeProvider.System, CancellationToken.None).Dispose();
    }

    [Fact]
    public async Task Mass_work_may_queue_for_longer_than_it_has_time()
    {
        var test = Client(queues: TimeSpan.FromHours(2));
        test.Http.Answers(200, "{}");
        Assert.Equal(200, (await test.Client.SendAsync(Bulk)).StatusCode);
        Assert.Equal(200, (await test.Client.AsBulk().SendAsync(Interactive)).StatusCode);
    }

    [Fact]
    public async Task What_somebody_waits_for_may_not()
    {
        var test = Client(queues: TimeSpan.FromHours(2));
        test.Http.Answers(200, "{}");
        await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => test.Client.SendAsync(Interactive));
        Assert.Empty(test.Http.Sent);
    }

    [Fact]
    public async Task Behind_the_queue_the_time_of_mass_work_counts_again()
    {
        var test = Client(queues: TimeSpan.FromHours(2), static options => options.AttemptTimeout = TimeSpan.FromHours(1));
        test.Http.Hangs(() => _clock.Advance(TimeSpan.FromSeconds(60)));
        await Assert.ThrowsAsync<AmoCrmTimeoutException>(() => test.Client.SendAsync(Bulk));
        Assert.Single(test.Http.Sent);
    }

    [Fact]
    public async Task Whoever_cancels_mass_work_in_the_queue_has_cancelled_it()
    {
        using var cancellation = new CancellationTokenSource();
        var test = new TestClient(options => options.RateLimiter = new StubLimiter(async cancellationToken =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }));
        var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => test.Client.SendAsync(Bulk, cancellation.Token));
        Assert.Equal(cancellation.Token, exception.CancellationToken);
    }

    private TestClient Client(TimeSpan queues, Action<AmoCrmClientOptions>? configure = null) => new(options =>
    {
        options.TimeProvider = _clock;
        options.RateLimiter = new StubLimiter(cancellationToken =>
        {
            _clock.Advance(queues);
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        });
        configure?.Invoke(options);
    });
}
