using System.Text.Json.Nodes;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Soak.Load;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>Every fifth request fails for a passing reason: nearly all reads succeed all the same, and no more is sent than that takes.</summary>
internal static class ReadFaults
{
    private const double FaultShare = 0.2;
    private const double LeastSuccess = 0.999;

    // What repetition costs when each repetition fails as often: p / (1 - p).
    private const double MostExtra = 0.25;

    // By chance it may be a little more or less: dice that show no more than their share.
    private const int Seed = 34;

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var reads = run.IsQuick ? 3_000 : 50_000;
        await using var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { RecordRequests = false, FaultSeed = Seed });
        Script(crm);
        var options = LoadOptions.For(crm);
        await using var client = new AmoCrmClient(options);
        var failures = await ReadAsync(client, reads);
        var counts = crm.Counts;
        var extra = (counts.Requests - reads) / (double)reads;
        var success = (reads - failures.Count) / (double)reads;
        run.Expect(success >= LeastSuccess, $"{failures.Count} of {reads} reads failed: {string.Join("; ", failures.Take(3))}");
        run.Expect(extra <= MostExtra, $"{extra:P1} extra requests");
        run.Expect(counts.Faults.Values.Sum() > reads * FaultShare, $"only {counts.Faults.Values.Sum()} faults");
        return new SoakResult(run.Problems, new JsonObject
        {
            ["reads"] = reads,
            ["succeeded"] = Math.Round(success, 5),
            ["failed"] = failures.Count,
            ["requests"] = counts.Requests,
            ["extra"] = Math.Round(extra, 4),
            ["faults"] = counts.Faults.Values.Sum(),
        });
    }

    // Kinds share the fifth: what is left over for the later ones is a part of what the earlier ones leave.
    private static void Script(AmoCrmEmulator crm)
    {
        (EmulatorFaultKind Kind, int Status)[] kinds = [(EmulatorFaultKind.Status, 503), (EmulatorFaultKind.Status, 502), (EmulatorFaultKind.ConnectionReset, 0), (EmulatorFaultKind.LostAnswer, 0), (EmulatorFaultKind.Status, 504)];
        var share = FaultShare / kinds.Length;
        for (var i = 0; i < kinds.Length; i++)
        {
            crm.AddFault(new EmulatorFault { Path = "/api/*", Kind = kinds[i].Kind, Status = kinds[i].Status, Count = int.MaxValue, Probability = share / (1 - (i * share)) });
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(AmoCrmClient client, int reads)
    {
        var failures = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Parallel.ForAsync(0, reads, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (_, cancellationToken) =>
        {
            try
            {
                await client.Account.GetAsync(cancellationToken: cancellationToken);
            }
            catch (AmoCrmException exception)
            {
                failures.Enqueue($"{exception.GetType().Name}: {exception.Message}");
            }
        });
        return [.. failures];
    }
}
