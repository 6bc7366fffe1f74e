using AmoCrm.Emulator;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Slow;

/// <summary>One case in one amoCRM: callers of several processes while the token route answers later than the lease.</summary>
/// <param name="run">The run of the program.</param>
/// <param name="crm">The amoCRM.</param>
/// <param name="place">The store.</param>
/// <param name="workers">The processes.</param>
internal sealed class SlowScene(SoakRun run, TestCrm crm, StorePlace place, IReadOnlyList<WorkerProcess> workers)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private const int Callers = 16;

    // Longer than the lease, and than the third of it that a token call may take.
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan UntilDue = TimeSpan.FromHours(23.5);
    private static readonly TimeSpan MoreThanALife = TimeSpan.FromHours(25);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.5);

    // A process that failed to refresh early tries again after a minute: so each wave is a try.
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(61);

    private const int Tries = 10;

    private int _calls;

    /// <summary>Lets each process refresh once, so that what a process does for the first time is done.</summary>
    public static async Task WarmUpAsync(TestCrm crm, StorePlace place, WorkerProcess worker, string agent)
    {
        for (var hasFailed = true; hasFailed;)
        {
            await place.Store.SaveAsync(agent, await crm.AuthoriseAsync());
            crm.Advance(MoreThanALife);
            hasFailed = (await worker.CallAsync(new WorkerOrder { Action = WorkerAction.Prepare, AgentId = agent, IsNewClient = true, Ahead = crm.Ahead })).Failed > 0;
        }
    }

    public async Task<SlowFigures> PlayAsync(SlowCase scene, string agent, int waves)
    {
        var first = await crm.AuthoriseAsync();
        var token = first.RefreshToken!;
        await place.Store.SaveAsync(agent, first);
        await WaveAsync(agent, isNewClient: true);
        crm.TokenRouteHas(scene.Fault, Answer);
        var failedWhileAlive = 0;
        var presentedWhileAlive = 0;
        if (!scene.StartsEnded)
        {
            crm.Advance(UntilDue);
            failedWhileAlive = await WhileAliveAsync(scene, agent, waves);
            presentedWhileAlive = crm.TimesPresented(token);
            run.Expect(presentedWhileAlive == 1, $"{scene.Name}: the refresh token was presented {presentedWhileAlive} times while the access token was alive");
        }

        if (scene.Heals)
        {
            crm.TokenRouteHeals();
        }

        crm.Advance(MoreThanALife);
        if (scene.IsExecuted)
        {
            await ExpectTheEndAsync(scene, agent);
        }
        else
        {
            await ExpectNewTokensAsync(scene, agent);
        }

        await Task.Delay(scene.Heals ? TimeSpan.Zero : Answer);
        crm.TokenRouteHeals();
        var presented = crm.TimesPresented(token);
        var inFlight = crm.MostInFlight(token, scene.Fault == EmulatorFaultKind.SlowAnswer ? Answer : TimeSpan.Zero);
        run.Expect(presented <= 2, $"{scene.Name}: the refresh token was presented {presented} times");
        run.Expect(scene.StartsEnded || inFlight == 1, $"{scene.Name}: the refresh token was under way {inFlight} times at once");
        return new SlowFigures(_calls, failedWhileAlive, presentedWhileAlive, presented, inFlight);
    }

    private async Task<int> WhileAliveAsync(SlowCase scene, string agent, int waves)
    {
        var failed = 0;
        var token = (await place.Store.ReadTokensAsync(agent)).Settings.RefreshToken!;
        var tries = 0;

        // A busy machine may find a lease over before it has sent anything; the waves count from the moment at which the refresh token was presented.
        for (var wave = 0; wave < waves; wave += crm.TimesPresented(token) > 0 || ++tries > Tries ? 1 : 0)
        {
            var reports = await WaveAsync(agent);
            failed += reports.Sum(static report => report.Failed);
            foreach (var failure in reports.SelectMany(static report => report.Failures.Keys))
            {
                run.Expect(false, $"{scene.Name}: the access token was alive, and a call failed: {failure}");
            }

            await Task.Delay(Pause);
            crm.Advance(NextTry);
        }

        var record = await place.Store.ReadTokensAsync(agent);
        var told = 0;
        foreach (var worker in workers)
        {
            told += (await worker.StatusAsync()).Heard(AmoCrmAuthorizationState.OutcomeUnknown);
        }

        run.Expect(record.AuthorizationState == AmoCrmAuthorizationState.OutcomeUnknown, $"{scene.Name}: the state is {record.AuthorizationState} after the answer was lost");
        run.Expect(told > 0, $"{scene.Name}: no event told that the answer was lost");
        return failed;
    }

    // The first calls may be those whose attempt is lost as well, which is said as such; after them there is nothing left to try.
    private async Task ExpectTheEndAsync(SlowCase scene, string agent)
    {
        IReadOnlyList<string> failures = [];
        for (var wave = 0; wave < Tries && (failures.Count == 0 || !failures.All(IsEnd)); wave++)
        {
            var reports = await WaveAsync(agent);
            failures = [.. reports.SelectMany(static report => report.Failures.Keys).Distinct()];
            run.Expect(reports.All(static report => report.Succeeded == 0), $"{scene.Name}: calls succeeded with a lost pair");
            run.Expect(failures.All(static failure => IsEnd(failure) || IsNotSent(failure) || IsLost(failure)), $"{scene.Name}: {string.Join("; ", failures)}");
        }

        // Now everybody knows, and nobody tries again.
        await Task.Delay(Lease);
        var last = await WaveAsync(agent);
        run.Expect(
            last.All(static report => report.FailedOnlyWith<AmoCrmReauthorizationRequiredException>()),
            $"{scene.Name}: at the end: {string.Join("; ", last.SelectMany(static report => report.Failures.Keys).Distinct())}");
        var record = await place.Store.ReadTokensAsync(agent);
        run.Expect(record.AuthorizationState == AmoCrmAuthorizationState.ReauthorizationRequired, $"{scene.Name}: the state is {record.AuthorizationState} at the end");
    }

    private async Task ExpectNewTokensAsync(SlowCase scene, string agent)
    {
        WorkerReport[] reports;
        var tries = 0;
        do
        {
            reports = await WaveAsync(agent);
        }
        while (++tries < Tries && reports.SelectMany(static report => report.Failures.Keys).Any(IsNotSent));

        run.Expect(
            reports.All(static report => report.Failed == 0),
            $"{scene.Name}: the refresh token was alive, and calls failed: {string.Join("; ", reports.SelectMany(static report => report.Failures.Keys).Distinct())}");
        var record = await place.Store.ReadTokensAsync(agent);
        run.Expect(crm.IsNewestPair(record.Settings), $"{scene.Name}: the store does not hold the pair that amoCRM gave last");
        run.Expect(record.AuthorizationState == AmoCrmAuthorizationState.Authorized, $"{scene.Name}: the state is {record.AuthorizationState} after a refresh that worked");
    }

    private static bool IsEnd(string failure) => failure.StartsWith(nameof(AmoCrmReauthorizationRequiredException) + ":", StringComparison.Ordinal);

    private static bool IsLost(string failure) =>
        failure.StartsWith(nameof(AmoCrmNetworkException) + ":", StringComparison.Ordinal) && failure.Contains("answer was lost", StringComparison.Ordinal);

    private static bool IsNotSent(string failure) =>
        failure.StartsWith(nameof(AmoCrmTimeoutException) + ":", StringComparison.Ordinal) && failure.Contains("was not sent", StringComparison.Ordinal);

    private async Task<WorkerReport[]> WaveAsync(string agent, bool isNewClient = false)
    {
        var order = new WorkerOrder { Action = WorkerAction.Prepare, AgentId = agent, Callers = Callers, Ahead = crm.Ahead, IsNewClient = isNewClient };
        await Task.WhenAll(workers.Select(worker => worker.PrepareAsync(order)));
        var reports = await Task.WhenAll(workers.Select(static worker => worker.GoAsync()));
        _calls += Callers * workers.Count;
        return reports;
    }
}
