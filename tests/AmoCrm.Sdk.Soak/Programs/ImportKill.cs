using System.Text.Json.Nodes;
using AmoCrm.Emulator;
using AmoCrm.Sdk.Soak.Load;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>An import is killed again and again, at any moment, and resumed each time: every row is there exactly once, but for those that it says are unknown.</summary>
internal static class ImportKill
{
    private const int Kills = 10;
    private const int Latency = 150;
    private const int Finished = 0;

    // Some rows are unknown, and said to be.
    private const int Incomplete = 3;

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var rows = run.IsQuick ? 4_500 : 25_000;
        var (shortest, longest) = run.IsQuick ? (700, 1_800) : (1_000, 7_000);
        await using var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions
        {
            Seed = false,
            RecordRequests = false,
            EnforceLimits = true,

            // A new process knows nothing of what the killed one sent within the last second: its first requests may be refused, and are repeated.
            BanAfterViolations = int.MaxValue,
        });
        crm.AddLatency(new EmulatorLatency { Minimum = TimeSpan.FromMilliseconds(Latency) });
        var folder = Directory.CreateTempSubdirectory("amocrm_sdk_soak_").FullName;
        var file = Path.Combine(folder, "leads.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, rows).Select(static row => new JsonObject { ["name"] = BulkTally.NameOf(row) }.ToJsonString()));
        string[] import = ["import", "leads", file, "--emulator", crm.BaseAddress.ToString()];
        try
        {
            var moments = new Random();
            var (killed, thereAtKills) = (0, new JsonArray());
            for (var kill = 1; kill <= Kills; kill++)
            {
                var moment = TimeSpan.FromMilliseconds(moments.Next(shortest, longest));
                killed += await AmocrmProcess.RunAsync(moment, import) is null ? 1 : 0;
                var there = crm.GetEntities("leads").Count;
                thereAtKills.Add(there);
                run.Say($"killed after {moment.TotalMilliseconds:0} ms: {there} rows are there");
            }

            var (exitCode, output, error) = (await AmocrmProcess.RunAsync(life: null, import))!.Value;
            run.Expect(killed == Kills, $"{Kills - killed} times it was done before it could be killed: the file is too short for this machine");
            run.Expect(exitCode is Finished or Incomplete, $"the last run ended with {exitCode}: {error}");
            var unknown = await UnknownAsync(file + ".rejected.ndjson");
            var lost = Judge(run, crm.GetEntities("leads"), rows, unknown);
            return new SoakResult(run.Problems, new JsonObject
            {
                ["rows"] = rows,
                ["kills"] = killed,
                ["there_at_kills"] = thereAtKills,
                ["there"] = crm.GetEntities("leads").Count,
                ["unknown"] = unknown.Count,
                ["unknown_that_are_there"] = unknown.Count - lost,
                ["summary"] = JsonNode.Parse(output),
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>How many of the unknown rows are not there.</returns>
    private static int Judge(SoakRun run, IReadOnlyList<EmulatorEntity> there, int rows, HashSet<int> unknown)
    {
        var byName = there.ToLookup(static lead => lead.Name, StringComparer.Ordinal);
        var missing = 0;
        for (var row = 1; row <= rows; row++)
        {
            var count = byName[BulkTally.NameOf(row)].Count();
            missing += count == 0 && unknown.Contains(row) ? 1 : 0;
            run.Expect(count == 1 || (count == 0 && unknown.Contains(row)), $"row {row} is there {count} times{(unknown.Contains(row) ? ", and unknown" : "")}");
        }

        run.Expect(there.Count == byName.Count, $"{there.Count} leads of {byName.Count} rows");
        return missing;
    }

    private static async Task<HashSet<int>> UnknownAsync(string file) => File.Exists(file)
        ? [.. (await File.ReadAllLinesAsync(file)).Select(static line => JsonNode.Parse(line)!).Where(static row => row["outcome"]!.GetValue<string>() == "unknown").Select(static row => row["row"]!.GetValue<int>())]
        : [];
}
