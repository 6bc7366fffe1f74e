using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak.Slow;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>
/// The token route answers later than the lease lasts. While the access token lives the refresh token is presented once, however many processes and leases there are, and no
/// call fails; when it has ended it is presented once more, and no third time.
/// </summary>
internal static class RefreshSlow
{
    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        // A wave lasts for half a lease.
        var (processes, repetitions, waves) = run.IsQuick ? (2, 1, 5) : (4, 5, 15);
        await using var place = run.CreatePlace();
        var figures = new Dictionary<string, SlowFigures>(StringComparer.Ordinal);

        // The cases wait most of the time: each has an amoCRM and processes of its own, and they run side by side.
        await Task.WhenAll(SlowCase.All.Select(scene => PlayAsync(run, place, scene, processes, repetitions, waves, figures)));
        return new SoakResult(run.Problems, new JsonObject
        {
            ["processes"] = processes,
            ["repetitions"] = repetitions,
            ["lease_ms"] = SlowScene.Lease.TotalMilliseconds,
            ["presented_while_alive_max"] = figures.Values.Max(static figure => figure.PresentedWhileAlive),
            ["presented_max"] = figures.Values.Max(static figure => figure.PresentedInAll),
            ["failed_calls_while_alive"] = figures.Values.Sum(static figure => figure.FailedWhileAlive),
            ["cases"] = new JsonObject(SlowCase.All.Select(scene => KeyValuePair.Create(scene.Name, (JsonNode?)figures[scene.Name].ToJson()))),
        });
    }

    private static async Task PlayAsync(SoakRun run, StorePlace place, SlowCase scene, int processes, int repetitions, int waves, Dictionary<string, SlowFigures> figures)
    {
        await using var crm = await TestCrm.StartAsync();
        var workers = new List<WorkerProcess>();
        try
        {
            for (var process = 0; process < processes; process++)
            {
                workers.Add(await WorkerProcess.StartAsync(place.Setup(crm.Address, SlowScene.Lease)));
                await SlowScene.WarmUpAsync(crm, place, workers[^1], $"{scene.Name}-warm-up-{process}");
            }

            for (var repetition = 1; repetition <= repetitions; repetition++)
            {
                var result = await new SlowScene(run, crm, place, workers).PlayAsync(scene, $"{scene.Name}-{repetition}", waves);
                run.Say($"{scene.Name}, {repetition} of {repetitions}: presented {result.PresentedWhileAlive} and {result.PresentedInAll} times");
                lock (figures)
                {
                    figures[scene.Name] = result.Worst(figures.GetValueOrDefault(scene.Name));
                }
            }
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }
}
