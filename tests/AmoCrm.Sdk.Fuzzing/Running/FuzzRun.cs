using System.Diagnostics;

namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>Fuzzes one target until its time is over. A worker that dies is replaced, and what it died of is kept.</summary>
internal static class FuzzRun
{
    private const int MostDeaths = 5;

    public static async Task<FuzzResult> RunAsync(string program, FuzzTarget target, TimeSpan time, TimeSpan limit, int seed, string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var result = new FuzzResult(target.Name, TimeSpan.Zero, 0, 0, 0, 0, 0, 0);
        var stateFile = Path.Combine(Path.GetDirectoryName(program)!, $"{target.Name}.state");
        for (var deaths = 0; deaths < MostDeaths && Stopwatch.GetElapsedTime(started) < time; deaths++)
        {
            File.Delete(stateFile);
            var order = new FuzzWorkerOrder(target, time - Stopwatch.GetElapsedTime(started), limit, seed + deaths, folder, stateFile);
            var (isDead, output) = await StartAsync(program, order);
            using var state = WorkerState.Open(stateFile);
            result = result with
            {
                Time = Stopwatch.GetElapsedTime(started),
                Runs = result.Runs + state.Runs,
                Corpus = Math.Max(result.Corpus, state.Corpus),
                Branches = Math.Max(result.Branches, state.Branches),
                Failures = result.Failures + state.Findings,
            };
            if (!isDead)
            {
                break;
            }

            var finding = state.IsHanging ? Finding.Hang(limit) : Finding.Crash(output);
            finding.Save(folder, target, state.Input);
            result = state.IsHanging ? result with { Hangs = result.Hangs + 1 } : result with { Crashes = result.Crashes + 1 };
            await Console.Error.WriteLineAsync($"{target.Name}: {finding.Kind}");
        }

        return result;
    }

    private static async Task<(bool IsDead, string Output)> StartAsync(string program, FuzzWorkerOrder order)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, FuzzWorker.Argument, .. order.ToArguments()])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var last = new Queue<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            // A stack that overflowed is told in 100,000 lines.
            if (last.Count == 0 || !last.Contains(line))
            {
                last.Enqueue(line);
            }

            if (last.Count > 60)
            {
                last.Dequeue();
            }
            else if (line.StartsWith(order.Target.Name, StringComparison.Ordinal))
            {
                await Console.Error.WriteLineAsync(line);
            }
        }

        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode != 0, string.Join('\n', last));
    }
}
