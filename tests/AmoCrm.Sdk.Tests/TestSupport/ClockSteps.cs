using Microsoft.Extensions.Time.Testing;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Lets virtual time pass for what waits on the clock.</summary>
internal static class ClockSteps
{
    /// <summary>Moves the clock on, step by step, until a task is done.</summary>
    public static async Task<T> PassUntilAsync<T>(this FakeTimeProvider clock, Task<T> task, TimeSpan? step = null)
    {
        using var giveUp = new CancellationTokenSource(Patience.Limit);
        while (!task.IsCompleted)
        {
            Assert.False(giveUp.IsCancellationRequested, "It is not done in time.");
            await Task.Delay(1, CancellationToken.None);
            clock.Advance(step ?? TimeSpan.FromMilliseconds(500));
        }

        return await task;
    }

    /// <summary>Waits for something that happens in the background, without letting virtual time pass.</summary>
    public static async Task UntilAsync(Func<bool> isDone)
    {
        using var giveUp = new CancellationTokenSource(Patience.Limit);
        while (!isDone())
        {
            Assert.False(giveUp.IsCancellationRequested, "It is not done in time.");
            await Task.Delay(1, CancellationToken.None);
        }
    }
}
