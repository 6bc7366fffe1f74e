using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Quick;

namespace AmoCrm.Sdk.Benchmarks.Start;

/// <summary>The first call after a process has started, with the SDK and with <see cref="HttpClient"/> and System.Text.Json, in turns. The bytes of its results are the sizes of the programs.</summary>
internal static class StartMeasurement
{
    private const int Starts = 15;
    private const string Sdk = "StartSdk";
    private const string Plain = "StartPlain";

    public static Task<CaseResult> JitAsync() => MeasureAsync("start.jit", StartProgram.Jit(Sdk), StartProgram.Jit(Plain));

    /// <summary>Publishes both programs and starts them.</summary>
    public static async Task<CaseResult> NativeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("amocrm-start-");
        try
        {
            return await MeasureAsync("start.aot", await StartProgram.PublishAsync(Sdk, Path.Combine(folder.FullName, Sdk)), await StartProgram.PublishAsync(Plain, Path.Combine(folder.FullName, Plain)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<CaseResult> MeasureAsync(string name, StartProgram sdk, StartProgram plain)
    {
        await using var server = LoopbackServer.Start(LeadJson.One());
        var (sdkTimes, plainTimes) = (new double[Starts], new double[Starts]);
        for (var i = 0; i < Starts; i++)
        {
            sdkTimes[i] = 1e6 * await sdk.RunAsync(server.Address);
            plainTimes[i] = 1e6 * await plain.RunAsync(server.Address);
        }

        var baseline = new WayResult("HandWritten", Statistics.Median(plainTimes), plain.Size, 1, 0);
        var subject = new WayResult(
            BenchmarkCase.SubjectName,
            Statistics.Median(sdkTimes),
            sdk.Size,
            Statistics.Median(sdkTimes.Zip(plainTimes, static (time, other) => time / other)),
            Statistics.Median(sdkTimes.Zip(plainTimes, static (time, other) => time - other)));
        return new CaseResult(name, subject, baseline, []);
    }
}
