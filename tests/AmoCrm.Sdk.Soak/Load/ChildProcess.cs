using System.Diagnostics;
using System.Reflection;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>This program as a child of itself, spoken to by one line of JSON at a time.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Whatever a child does is done within this, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;

    private ChildProcess(Process process)
    {
        _process = process;
    }

    public static ChildProcess Start(string argument, params (string Name, string Value)[] variables)
    {
        var program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location, argument] : [argument];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true },
        };
        foreach (var (name, value) in variables)
        {
            process.StartInfo.Environment[name] = value;
        }

        process.Start();
        return new ChildProcess(process);
    }

    public async Task<TAnswer> AskAsync<TQuestion, TAnswer>(TQuestion question)
    {
        await _process.StandardInput.WriteLineAsync(WorkerMessages.Write(question));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException("A child process ended that was to live on; what it wrote to the standard error stream tells why.");
        return WorkerMessages.Read<TAnswer>(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
