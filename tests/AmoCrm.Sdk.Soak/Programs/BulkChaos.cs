using AmoCrm.Emulator;
using AmoCrm.Sdk.Soak.Load;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>Creates in bulk while answers are lost, servers fail, connections break and limits are met: nothing is created twice, nothing is lost in silence, and what nobody can know is told as that.</summary>
internal static class BulkChaos
{
    // One of so many is not a lead that amoCRM takes: it must not sink the others of its request.
    private const int BadEvery = 997;

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var count = run.IsQuick ? 10_000 : 100_000;
        await using var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { RecordRequests = false, Seed = false, FaultSeed = 7 });
        Script(crm);
        await using var client = new AmoCrmClient(LoadOptions.For(crm));
        var tally = new BulkTally();
        await foreach (var outcome in client.Leads.BulkCreateAsync(Enumerable.Range(0, count).Select(Lead)))
        {
            tally.Add(outcome);
        }

        var counts = crm.Counts;
        tally.Judge(run, count, crm.GetEntities("leads"), static number => number % BadEvery == 0);
        run.Expect(counts.Faults.Count >= 3 && counts.Faults.Values.Sum() > count / 50 / 20, $"too few faults: {string.Join(", ", counts.Faults)}");
        var figures = tally.ToJson();
        figures["items"] = count;
        figures["requests"] = counts.Requests;
        figures["faults"] = counts.Faults.Values.Sum();
        return new SoakResult(run.Problems, figures);
    }

    private static CreateLeadRequest Lead(int number) => new() { Name = BulkTally.NameOf(number), StatusId = number % BadEvery == 0 ? 999_999_999 : null };

    private static void Script(AmoCrmEmulator crm)
    {
        Add(EmulatorFaultKind.LostAnswer, 0.05);
        Add(EmulatorFaultKind.Status, 0.05, 500);
        Add(EmulatorFaultKind.ConnectionReset, 0.02);
        Add(EmulatorFaultKind.Status, 0.01, 429);

        void Add(EmulatorFaultKind kind, double probability, int status = 0) =>
            crm.AddFault(new EmulatorFault { Method = "POST", Path = "/api/v4/leads", Kind = kind, Status = status, Probability = probability, Count = int.MaxValue });
    }
}
