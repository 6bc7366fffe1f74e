using System.Diagnostics;
using System.Reflection;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>The <c>amocrm</c> command as a process.</summary>
internal static class AmocrmProcess
{
    private static readonly string Dll =
        typeof(AmocrmProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "AmocrmCommand").Value!;

    /// <summary>Runs it to its end, or kills it (SIGKILL) after a while.</summary>
    /// <returns>Its exit code and what it wrote; null when it was killed.</returns>
    public static async Task<(int ExitCode, string Output, string Error)?> RunAsync(TimeSpan? life, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Dll, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var end = new CancellationTokenSource(life ?? Timeout.InfiniteTimeSpan);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            return null;
        }

        return (process.ExitCode, await output, await error);
    }
}
