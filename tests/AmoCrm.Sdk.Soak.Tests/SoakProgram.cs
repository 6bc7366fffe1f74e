using System.Diagnostics;
using System.Reflection;

namespace AmoCrm.Sdk.Soak.Tests;

/// <summary>Starts a soak program as its users do, and waits for it.</summary>
internal static class SoakProgram
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly string Dll = typeof(SoakProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "SoakProgram").Value!;

    public static async Task<(int ExitCode, string Output, string Progress)> RunAsync(params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Dll, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var progress = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, await output, await progress);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
