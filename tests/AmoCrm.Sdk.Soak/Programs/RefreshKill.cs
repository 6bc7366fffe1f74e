using System.Collections.Concurrent;
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

    // One in so many.
    private const int SpoiledAtMost = 5;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1.5);

    // The lease, and what a machine takes that does other work as well.
    private static readonly TimeSpan LongestWait = Lease + TimeSpan.FromSeconds(8);

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        await using var place = run.CreatePlace();
        var runs = new Queue<(KillMoment Moment, bool IsAlive)>(Plan(run));
        var tallies = KillMoment.All.ToDictionary(static moment => moment.Name, static _ => new KillTally());
        var spoiled = new ConcurrentBag<string>();
        var count = runs.Count;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => LaneAsync(run, place, runs, tallies, spoiled)));
        run.Expect(tallies.Values.Sum(static tally => tally.Runs) == count, "not all runs were made");
        run.Expect(spoiled.Count <= count / SpoiledAtMost, $"{spoiled.Count} runs were spoiled: this machine is too busy to tell");
        return new SoakResult(run.Problems, new JsonObject
        {
            ["runs"] = count,
            ["spoiled_and_made_anew"] = spoiled.Count,
            ["lost"] = tallies.Values.Sum(static tally => tally.Lost),
            ["lease_ms"] = Lease.TotalMilliseconds,
            ["points"] = new JsonObject(tallies.Select(static tally => KeyValuePair.Create(tally.Key, (JsonNode?)tally.Value.ToJson()))),
        });
    }

    // The short form does each moment once over each store, and the other state of the access token over the other store.
    private static IEnumerable<(KillMoment Moment, bool IsAlive)> Plan(SoakRun run) => run.IsQuick
        ? KillMoment.All.Select((moment, index) => (moment, (index % 2 == 0) == (run.Store == StoreKind.File)))
        : Enumerable.Range(0, LongRuns).Select(static index => (KillMoment.All[index / 2 % KillMoment.All.Count], index % 2 == 0));

    private static async Task LaneAsync(
        SoakRun run, StorePlace place, Queue<(KillMoment Moment, bool IsAlive)> runs, Dictionary<string, KillTally> tallies, ConcurrentBag<string> spoiled)
    {
        // Each lane has an amoCRM of its own, for clocks and faults are an amoCRM's.
        await using var crm = await TestCrm.StartAsync();
        await using var successor = await WorkerProcess.StartAsync(place.Setup(crm.Address, Lease));
        var scene = new KillScene(run, crm, place, Lease, successor);
        await scene.WarmUpAsync();
        while (Next(runs) is { } next)
        {
            var name = $"{next.Moment.Name}, access token {(next.IsAlive ? "alive" : "ended")}";
            var outcome = await scene.PlayAsync(next.Moment, next.IsAlive);
            while (outcome.Verdict == KillVerdict.Spoiled && spoiled.Count < LongRuns)
            {
                spoiled.Add(name);
                run.Say($"{name}: to be made anew, {outcome.Problem}");
                outcome = await scene.PlayAsync(next.Moment, next.IsAlive);
            }

            run.Expect(outcome.Verdict != KillVerdict.Spoiled, $"{name}: {outcome.Problem}");
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
