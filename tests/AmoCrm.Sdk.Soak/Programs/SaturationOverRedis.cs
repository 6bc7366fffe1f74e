using AmoCrm.Sdk.Soak.Load;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>Four processes share amoCRM's limit through Redis, and each wants more than that.</summary>
internal static class SaturationOverRedis
{
    private const int Processes = 4;
    private const double LeastShare = 0.85;

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var time = TimeSpan.FromSeconds(run.IsQuick ? 8 : 60);
        using var redis = await RedisServer.StartAsync();
        await using var emulator = await EmulatorProcess.StartAsync(new EmulatorSetup(EnforceLimits: true));
        var processes = new List<ChildProcess>();
        try
        {
            for (var i = 0; i < Processes; i++)
            {
                processes.Add(await LoadProcess.StartAsync(emulator.Load(redis.ConnectionString, callers: 16, time, Saturation.WindowOf(run))));
            }

            var before = await emulator.CountAsync();
            var reports = await Task.WhenAll(processes.Select(LoadProcess.GoAsync));
            var after = await emulator.CountAsync();
            run.Expect(reports.All(static report => report.Succeeded > 0), $"not every process had its turn: {string.Join(", ", reports.Select(static report => report.Succeeded))}");
            return Saturation.Judge(run, reports, before, after, time, Processes, LeastShare);
        }
        finally
        {
            foreach (var process in processes)
            {
                await process.DisposeAsync();
            }
        }
    }
}
