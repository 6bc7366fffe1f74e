using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak.Load;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>One process wants more than amoCRM permits, all the time: it gets nearly all of that and never a 429.</summary>
internal static class Saturation
{
    private const int PerSecond = 7;
    private const double LeastShare = 0.95;

    // The short form shares the machine with whatever else is tested, and the emulator may be kept waiting for longer than the 30 ms that the default allows for.
    private static readonly TimeSpan QuickWindow = TimeSpan.FromMilliseconds(1150);

    public static TimeSpan WindowOf(SoakRun run) => run.IsQuick ? QuickWindow : new AmoCrmRateLimitOptions().Window;

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var time = TimeSpan.FromSeconds(run.IsQuick ? 8 : 60);
        await using var emulator = await EmulatorProcess.StartAsync(new EmulatorSetup(EnforceLimits: true));
        await using var process = await LoadProcess.StartAsync(emulator.Load(redis: null, callers: 64, time, WindowOf(run)));
        var before = await emulator.CountAsync();
        var report = await LoadProcess.GoAsync(process);
        var after = await emulator.CountAsync();
        return Judge(run, [report], before, after, time, processes: 1, LeastShare);
    }

    /// <summary>What the calls of some processes show.</summary>
    public static SoakResult Judge(SoakRun run, IReadOnlyCollection<LoadReport> reports, EmulatorFigures before, EmulatorFigures after, TimeSpan time, int processes, double leastShare)
    {
        var succeeded = reports.Sum(static report => report.Succeeded);
        var permitted = Math.Round(PerSecond * time.TotalSeconds / (run.IsQuick ? QuickWindow.TotalSeconds : 1));
        var share = succeeded / permitted;
        run.Expect(after.Refused == 0, $"{after.Refused} requests were above the limit");
        run.Expect(share >= leastShare, $"{succeeded} of {permitted} permitted requests, {share:P1}");
        foreach (var (failure, count) in reports.SelectMany(static report => report.Failures))
        {
            run.Expect(false, $"{count} times {failure}");
        }

        return new SoakResult(run.Problems, new JsonObject
        {
            ["processes"] = processes,
            ["seconds"] = time.TotalSeconds,
            ["permitted"] = permitted,
            ["succeeded"] = succeeded,
            ["requests"] = after.Requests - before.Requests,
            ["share"] = Math.Round(share, 4),
            ["answers_429"] = after.Refused,
            ["most_in_one_second"] = after.MostInOneSecond,
        });
    }
}
