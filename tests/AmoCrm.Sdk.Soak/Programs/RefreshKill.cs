using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak.Kill;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>
/// Processes are killed at every point of a refresh, with the access token still alive and with it ended, and another process has to go on. The one thing that may be lost
/// is a pair that amoCRM had given and that died with the process, and that has to be told.
/// </summary>
internal static class RefreshKill
{
    private const int LongRuns = 500;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1.5);

    // The lease, and what a machine takes that does other work as well.
    private static readonly TimeSpan LongestWait = Lease + TimeSpan.FromSeconds(8);

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        await using var place = run.CreatePlace();
        var runs = new Queue<(KillMoment Moment, bool IsAlive)>(Plan(run));
        var tallies = KillMoment.All.ToDictionary(static moment => moment.Name, static _ => new KillTally());
        var count = runs.Count;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => LaneAsync(run, place, runs, tallies)));
        run.Expect(tallies.Values.Sum(static tally => tally.Runs) == count, "not all runs were made");
        return new SoakResult(run.Problems, new JsonObject
        {
            ["runs"] = count,
            ["lost"] = tallies.Values.Sum(static tally => tally.Lost),
            ["lease_ms"] = Lease.TotalMilliseconds,
            ["points"] = new JsonObject(tallies.Select(static tally => KeyValuePair.Create(tally.Key, (JsonNode?)tally.Value.ToJson()))),
        });
    }

    // The short form does each moment once over each store, and the other state of the access token over the other store.
    private static IEnumerable<(KillMoment Moment, bool IsAlive)> Plan(SoakRun run) => run.IsQuick
        ? KillMoment.All.Select((moment, index) => (moment, (index % 2 == 0) == (run.Store == StoreKind.File)))
        : Enumerable.Range(0, LongRuns).Select(static index => (KillMoment.All[index / 2 % KillMoment.All.Count], index % 2 == 0));

    private static async Task LaneAsync(SoakRun run, StorePlace place, Queue<(KillMoment Moment, bool IsAlive)> runs, Dictionary<string, KillTally> tallies)
    {
        // Each lane has an amoCRM of its own, for clocks and faults are an amoCRM's.
        await using var crm = await TestCrm.StartAsync();
        await using var successor = await WorkerProcess.StartAsync(place.Setup(crm.Address, Lease));
        var scene = new KillScene(run, crm, place, Lease, successor);
        while (Next(runs) is { } next)
        {
            var outcome = await scene.PlayAsync(next.Moment, next.IsAlive);
            var name = $"{next.Moment.Name}, access token {(next.IsAlive ? "alive" : "ended")}";
            run.Expect(outcome.Verdict != KillVerdict.Lost, $"{name}: {outcome.Problem}");
            run.Expect(outcome.WaitMilliseconds < LongestWait.TotalMilliseconds, $"{name}: the next call took {outcome.WaitMilliseconds:0} ms");
            run.Say($"{name}: {outcome.Verdict}, {outcome.WaitMilliseconds:0} ms");
            crm.ForgetRequests();
            lock (tallies)
            {
                tallies[next.Moment.Name].Add(outcome, next.IsAlive);
            }
        }
    }

    private static (KillMoment Moment, bool IsAlive)? Next(Queue<(KillMoment Moment, bool IsAlive)> runs)
    {
        lock (runs)
        {
            return runs.TryDequeue(out var next) ? next : null;
        }
    }
}
