using AmoCrm.Cli.Output;
using Spectre.Console;

namespace AmoCrm.Cli.Transfer.Progress;

/// <summary>Shows progress on standard error: a bar where a person watches, a plain line every few seconds elsewhere.</summary>
/// <param name="console">Where to.</param>
/// <param name="progress">How far it is.</param>
internal sealed class ProgressDisplay(CliConsole console, TransferProgress progress)
{
    /// <summary>How often a line is written where nobody watches.</summary>
    public static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenFrames = TimeSpan.FromMilliseconds(200);

    /// <summary>Shows progress while something is done.</summary>
    public async Task WhileAsync(Func<Task> work)
    {
        using var retries = new RetryCounter();
        if (console.IsErrorTerminal)
        {
            await DrawAsync(work, retries).ConfigureAwait(false);
            return;
        }

        using var end = new CancellationTokenSource();
        var lines = EveryAsync(BetweenLines, () => console.Error.WriteLineAsync(progress.Snapshot(retries.Count).ToString()), end.Token);
        try
        {
            await work().ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await lines.ConfigureAwait(false);
            await console.Error.WriteLineAsync(progress.Snapshot(retries.Count).ToString()).ConfigureAwait(false);
        }
    }

    private Task DrawAsync(Func<Task> work, RetryCounter retries) => console.CreateErrorAnsi().Progress()
        .AutoClear(false)
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(async context =>
        {
            var task = context.AddTask(Describe(retries), maxValue: 1);
            using var end = new CancellationTokenSource();
            var frames = EveryAsync(BetweenFrames, () => Update(task, retries), end.Token);
            try
            {
                await work().ConfigureAwait(false);
            }
            finally
            {
                await end.CancelAsync().ConfigureAwait(false);
                await frames.ConfigureAwait(false);
                await Update(task, retries).ConfigureAwait(false);
                task.StopTask();
            }
        });

    private Task Update(ProgressTask task, RetryCounter retries)
    {
        var share = progress.Snapshot(retries.Count).Share;
        task.IsIndeterminate = share is null;
        task.Value = share ?? 0;
        task.Description = Describe(retries);
        return Task.CompletedTask;
    }

    private string Describe(RetryCounter retries) => Markup.Escape(progress.Snapshot(retries.Count).ToString());

    private async Task EveryAsync(TimeSpan period, Func<Task> act, CancellationToken end)
    {
        using var timer = new PeriodicTimer(period, console.Machine.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(end).ConfigureAwait(false))
            {
                await act().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }
}
