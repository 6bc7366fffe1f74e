using AmoCrm.Cli.Output;
using AmoCrm.Cli.Transfer.Progress;

namespace AmoCrm.Cli.Transfer;

/// <summary>Runs the work of a transfer, and says how it goes on where it did not come to its end.</summary>
internal static class TransferEnd
{
    /// <summary>Runs the work.</summary>
    /// <param name="console">Where words go.</param>
    /// <param name="display">Shows progress; null for none.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(CliConsole console, ProgressDisplay? display, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await (display?.WhileAsync(work) ?? work()).ConfigureAwait(false);
            return ExitCodes.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Stopped. The same command goes on where this one stopped.").ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (ErrorReport.TryDescribe(exception, out var message, out var exitCode))
        {
            await console.Error.WriteLineAsync(message).ConfigureAwait(false);
            if (exitCode == ExitCodes.Failure)
            {
                await console.Error.WriteLineAsync("It is not at its end. The same command goes on where this one stopped.").ConfigureAwait(false);
            }

            return exitCode;
        }
    }
}
