using System.Diagnostics;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak.Load;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>A bulk create takes all that amoCRM permits, and somebody clicks through the same account: nobody waits long.</summary>
internal static class Lanes
{
    private const double LongestWait = 0.5;

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var time = TimeSpan.FromSeconds(run.IsQuick ? 10 : 60);
        await using var emulator = await EmulatorProcess.StartAsync(new EmulatorSetup(EnforceLimits: true, LatencyMilliseconds: 150));
        await using var client = new AmoCrmClient(emulator.Options());
        await client.Account.GetAsync();
        using var end = new CancellationTokenSource(time);
        using var interactive = new QueueMeter("interactive");
        var bulk = CreateAsync(client, end.Token);
        var calls = await ClickAsync(client, time);
        var created = await bulk;
        var counts = await emulator.CountAsync();
        var waits = interactive.Seconds;
        var (median, p99) = (Percentile.Of(waits, 0.5), Percentile.Of(waits, 0.99));
        run.Expect(waits.Count >= calls.Count && calls.Count > 0, $"{calls.Count} calls and {waits.Count} waits");
        run.Expect(p99 <= LongestWait, $"an interactive call waited {p99:0.000} s at the 99th percentile");
        run.Expect(counts.Requests >= 0.9 * 7 * time.TotalSeconds, $"only {counts.Requests} requests: the bulk create did not saturate its lane");
        return new SoakResult(run.Problems, new JsonObject
        {
            ["seconds"] = time.TotalSeconds,
            ["bulk_items"] = created,
            ["requests"] = counts.Requests,
            ["interactive_calls"] = calls.Count,
            ["wait_median_ms"] = Math.Round(median * 1000, 1),
            ["wait_p99_ms"] = Math.Round(p99 * 1000, 1),
            ["wait_max_ms"] = Math.Round(Percentile.Of(waits, 1) * 1000, 1),
            ["call_p99_ms"] = Math.Round(Percentile.Of(calls, 0.99) * 1000, 1),
            ["answers_429"] = counts.Refused,
        });
    }

    private static async Task<long> CreateAsync(AmoCrmClient client, CancellationToken end)
    {
        var created = 0L;
        try
        {
            await foreach (var outcome in client.Leads.BulkCreateAsync(Leads(), cancellationToken: end))
            {
                created += outcome.Kind == BulkOutcomeKind.Succeeded ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over.
        }

        return created;

        static IEnumerable<CreateLeadRequest> Leads()
        {
            for (var number = 0; ; number++)
            {
                yield return new CreateLeadRequest { Name = $"Lead {number}" };
            }
        }
    }

    // Not in step with anything: a call comes at any moment of a window.
    private static async Task<IReadOnlyList<double>> ClickAsync(AmoCrmClient client, TimeSpan time)
    {
        var pauses = new Random(17);
        var durations = new List<double>();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            var call = Stopwatch.GetTimestamp();
            await client.Account.GetAsync();
            durations.Add(Stopwatch.GetElapsedTime(call).TotalSeconds);
            await Task.Delay(pauses.Next(100, 700));
        }

        durations.Sort();
        return durations;
    }
}
