using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Hosting.Tests.TestSupport;

/// <summary>A clock for something that runs beside the test and waits for one moment after the other: time passes only while it waits.</summary>
/// <param name="start">What it shows at first.</param>
/// <param name="limit">How long something may take at most: a timer of just this length is a limit for what is at work, and nothing that is waited for.</param>
internal sealed class WaitingClock(DateTimeOffset start, TimeSpan limit) : FakeTimeProvider(start)
{
    private TaskCompletionSource<DateTimeOffset> _wait = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime != limit)
        {
            _wait.TrySetResult(GetUtcNow() + dueTime);
        }

        return timer;
    }

    /// <summary>Lets time pass, and ends when it is waiting for a moment beyond.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (await _wait.Task.WaitAsync(TestContext.Current.CancellationToken) <= end)
        {
            await WakeAsync();
        }

        SetUtcNow(end);
    }

    /// <summary>Goes to the moment that it is waiting for.</summary>
    public async Task WakeAsync()
    {
        var due = await _wait.Task.WaitAsync(TestContext.Current.CancellationToken);
        _wait = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        SetUtcNow(due);
    }
}
