using System.Collections.Concurrent;
using System.Diagnostics;
using AmoCrm.Sdk.Redis;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Load;

/// <summary>The child's end: callers that each make a call after the other until the time is over.</summary>
internal static class LoadWorker
{
    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        if (await input.ReadLineAsync() is not { } first)
        {
            return;
        }

        var setup = WorkerMessages.Read<LoadSetup>(first);
        var options = EmulatorProcess.Options(setup.Emulator);
        options.RateLimit.Window = setup.Window;
        using var limiter = setup.Redis is { } redis ? new AmoCrmRedisRateLimiter(redis, new AmoCrmRedisOptions { RateLimit = options.RateLimit }) : null;
        options.RateLimiter = limiter;
        await using var client = new AmoCrmClient(options);
        await client.Account.GetAsync();
        await TellAsync(output, new LoadReport(1, new Dictionary<string, int>()));
        if (await input.ReadLineAsync() is not null)
        {
            await TellAsync(output, await CallAsync(client, setup.Callers, setup.Time));
            await input.ReadLineAsync();
        }
    }

    /// <summary>Makes calls, and leaves alone what waits for its turn when the time is over.</summary>
    public static async Task<LoadReport> CallAsync(IAmoCrmClient client, int callers, TimeSpan time)
    {
        var succeeded = 0;
        var failures = new ConcurrentDictionary<string, int>();
        using var end = new CancellationTokenSource(time);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallOneAsync)));
        return new LoadReport(succeeded, failures);

        async Task CallOneAsync()
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                try
                {
                    await client.Account.GetAsync(cancellationToken: end.Token);
                    Interlocked.Increment(ref succeeded);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (AmoCrmException exception)
                {
                    failures.AddOrUpdate($"{exception.GetType().Name}: {exception.Message}", 1, static (_, count) => count + 1);
                }
            }
        }
    }

    private static async Task TellAsync(TextWriter output, LoadReport report)
    {
        await output.WriteLineAsync(WorkerMessages.Write(report));
        await output.FlushAsync();
    }
}
