using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>Callers of several processes find, all at the same moment, that the access token has ended: one of them refreshes it, once, and no call fails.</summary>
internal static class RefreshStampede
{
    private const string Agent = "stampede";
    private const int Processes = 4;
    private const int Callers = 64;

    private static readonly TimeSpan MoreThanALife = TimeSpan.FromHours(25);

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var rounds = run.IsQuick ? 5 : 100;
        await using var crm = await TestCrm.StartAsync();
        await using var place = run.CreatePlace();
        await place.Store.SaveAsync(Agent, await crm.AuthoriseAsync());
        var setup = place.Setup(crm.Address, new AmoCrmTokenRefreshOptions().LeaseDuration);
        var workers = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => WorkerProcess.StartAsync(setup)));
        var (failed, slowest, tokenCalls) = (0, 0.0, 0);
        try
        {
            for (var round = 1; round <= rounds; round++)
            {
                crm.Advance(MoreThanALife);
                var order = new WorkerOrder { Action = WorkerAction.Prepare, AgentId = Agent, Callers = Callers, Ahead = crm.Ahead };
                await Task.WhenAll(workers.Select(worker => worker.PrepareAsync(order)));

                // Everybody is at the start: go.
                var reports = await Task.WhenAll(workers.Select(static worker => worker.GoAsync()));
                failed += reports.Sum(static report => report.Failed);
                slowest = Math.Max(slowest, reports.Max(static report => report.Milliseconds));
                Check(run, crm, round, reports, crm.Refreshes.Count - tokenCalls);
                tokenCalls = crm.Refreshes.Count;
                var record = await place.Store.ReadTokensAsync(Agent);
                run.Expect(crm.IsNewestPair(record.Settings), $"round {round}: the store does not hold the pair that amoCRM gave last");
                run.Expect(record.AuthorizationState == AmoCrmAuthorizationState.Authorized, $"round {round}: the state is {record.AuthorizationState}");
                crm.ForgetRequests();
                run.Say($"round {round} of {rounds}: {reports.Max(static report => report.Milliseconds):0} ms");
            }
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.DisposeAsync();
            }
        }

        return new SoakResult(run.Problems, new JsonObject
        {
            ["rounds"] = rounds,
            ["processes"] = Processes,
            ["callers"] = Processes * Callers,
            ["calls"] = rounds * Processes * Callers,
            ["token_calls"] = tokenCalls,
            ["failed_calls"] = failed,
            ["slowest_round_ms"] = Math.Round(slowest),
        });
    }

    private static void Check(SoakRun run, TestCrm crm, int round, WorkerReport[] reports, int tokenCalls)
    {
        run.Expect(tokenCalls == 1, $"round {round}: {tokenCalls} token calls");
        run.Expect(crm.Refreshes[^1].IsHonoured, $"round {round}: the token call was refused");
        run.Expect(reports.Sum(static report => report.Succeeded) == Processes * Callers, $"round {round}: {reports.Sum(static report => report.Succeeded)} calls succeeded");
        foreach (var (failure, count) in reports.SelectMany(static report => report.Failures))
        {
            run.Expect(false, $"round {round}: {count} times {failure}");
        }
    }
}
