using System.Diagnostics;
using System.Reflection;
using AmoCrm.Sdk.Auth.Refresh;

namespace AmoCrm.Sdk.Soak.Workers;

/// <summary>The parent's end of a worker process.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>The argument that makes this program a worker.</summary>
    public const string Argument = "--worker";

    // Whatever a worker does is done within this, however busy the machine is.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private WorkerProcess(Process process)
    {
        _process = process;
    }

    public static async Task<WorkerProcess> StartAsync(WorkerSetup setup)
    {
        var program = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location, Argument] : [Argument];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true },
        };
        process.Start();
        var worker = new WorkerProcess(process);
        await worker.WriteAsync(setup);
        return worker;
    }

    public async Task PrepareAsync(WorkerOrder order) => Alive(await AskAsync(order with { Action = WorkerAction.Prepare }));

    /// <summary>Makes the calls that were prepared.</summary>
    /// <returns>Null when the process died meanwhile.</returns>
    public Task<WorkerReport?> TryGoAsync() => AskAsync(new WorkerOrder { Action = WorkerAction.Go });

    public async Task<WorkerReport> GoAsync() => Alive(await TryGoAsync());

    /// <summary>Prepares calls and makes them.</summary>
    public async Task<WorkerReport> CallAsync(WorkerOrder order)
    {
        await PrepareAsync(order);
        return await GoAsync();
    }

    public async Task<WorkerReport> StatusAsync() => Alive(await AskAsync(new WorkerOrder { Action = WorkerAction.Status }));

    /// <summary>Begins calls and waits until a point is told.</summary>
    /// <returns>False when the calls ended without it.</returns>
    public async Task<bool> GoUntilAsync(TokenRefreshPoint point)
    {
        await WriteAsync(new WorkerOrder { Action = WorkerAction.Go });
        return await ReadAsync() is { Reached: { } reached } && reached == point;
    }

    public Task BeginAsync() => WriteAsync(new WorkerOrder { Action = WorkerAction.Go });

    /// <summary>Kills it (SIGKILL) and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static WorkerReport Alive(WorkerReport? report) => report ?? throw new InvalidOperationException("A worker process ended that was to live on; what it wrote to the standard error stream tells why.");

    private async Task<WorkerReport?> AskAsync(WorkerOrder order)
    {
        await WriteAsync(order);
        return await ReadAsync();
    }

    private async Task WriteAsync<T>(T message)
    {
        await _process.StandardInput.WriteLineAsync(WorkerMessages.Write(message));
        await _process.StandardInput.FlushAsync();
    }

    private async Task<WorkerReport?> ReadAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            return WorkerMessages.Read<WorkerReport>(line);
        }

        await _process.WaitForExitAsync();
        return null;
    }
}
