using System.Globalization;
using AmoCrm.Sdk.Soak.Workers;

namespace AmoCrm.Sdk.Soak.Kill;

/// <summary>One run after another in one amoCRM: a process dies in a refresh, and another one has to go on.</summary>
/// <param name="run">The run of the program.</param>
/// <param name="crm">The amoCRM.</param>
/// <param name="place">The store.</param>
/// <param name="lease">How long a lease lasts.</param>
/// <param name="successor">The process that goes on; it stays alive from run to run.</param>
internal sealed class KillScene(SoakRun run, TestCrm crm, StorePlace place, TimeSpan lease, WorkerProcess successor)
{
    private const int Attempts = 5;

    private static readonly TimeSpan MoreThanALife = TimeSpan.FromHours(25);

    // Well inside the early window of an hour before the end of 24.
    private static readonly TimeSpan UntilDue = TimeSpan.FromHours(23.8);

    private static int _agents;

    /// <summary>Lets the process that goes on refresh once, so that what a process does for the first time is done.</summary>
    public async Task WarmUpAsync()
    {
        WorkerReport report;
        do
        {
            var agent = await AuthoriseAsync();
            crm.Advance(MoreThanALife);
            report = await successor.CallAsync(Order(agent.Id));
        }
        while (report.Failed > 0);
    }

    /// <summary>Kills a process and looks what becomes of the tokens.</summary>
    public async Task<KillOutcome> PlayAsync(KillMoment moment, bool isAlive)
    {
        var (agent, first) = await AuthoriseAsync();
        await using (var victim = await WorkerProcess.StartAsync(place.Setup(crm.Address, lease)))
        {
            // With a fresh token, which connects it to the store and to amoCRM.
            await victim.CallAsync(Order(agent));
            crm.Advance(isAlive ? UntilDue : MoreThanALife);
            if (!await Victim.DieAsync(victim, crm, agent, moment))
            {
                return new KillOutcome(KillVerdict.Spoiled, false, 0, "the process never came to the point at which it was to die");
            }
        }

        var left = await place.Store.ReadTokensAsync(agent);
        run.Expect(crm.IsIssuedPair(left.Settings), $"{moment.Name}: what the dead process left in the store is no pair of amoCRM");
        var wasLost = left.Settings.RefreshToken == first.RefreshToken && crm.IsRotated(first.RefreshToken!);

        if (left.Notes.Spending is { Attempts: > 1 })
        {
            return new KillOutcome(KillVerdict.Spoiled, false, 0, "the process gave up on the answer and tried again before it was killed");
        }

        // It may have given up on the answer before it died, and said so.
        var hasTold = left.Notes.Spending is { State: AmoCrmSpendingState.OutcomeUnknown };
        var outcome = isAlive ? await GoOnAliveAsync(agent, first, wasLost, hasTold) : await GoOnEndedAsync(agent, wasLost, hasTold);
        var record = await place.Store.ReadTokensAsync(agent);
        outcome = outcome switch
        {
            { Problem: not null } => outcome,
            _ when !crm.IsIssuedPair(record.Settings) => Lost(outcome, "the store holds no pair of amoCRM at the end"),
            _ when crm.TimesPresented(first.RefreshToken!) > 2 => Lost(outcome, "the refresh token was presented more than twice"),
            { Verdict: KillVerdict.Recovered } => await LiveOnAsync(agent, outcome),
            _ when record.AuthorizationState != AmoCrmAuthorizationState.ReauthorizationRequired => Lost(outcome, $"the state is {record.AuthorizationState} at the end"),
            _ => outcome,
        };

        // The process that went on had to give up on an answer itself, after a third of the short lease: that says nothing about the kill.
        var isSpoiled = outcome.Problem is not null && !wasLost && crm.IsRotated((await place.Store.ReadTokensAsync(agent)).Settings.RefreshToken!);
        return isSpoiled ? outcome with { Verdict = KillVerdict.Spoiled } : outcome;
    }

    private static KillOutcome Lost(KillOutcome outcome, string problem) => outcome with { Verdict = KillVerdict.Lost, Problem = problem };

    private static string Told(WorkerReport report) => $"{report.Succeeded} calls succeeded; {string.Join("; ", report.Failures.Keys)}";

    private async Task<(string Id, AmoCrmSettings Settings)> AuthoriseAsync()
    {
        var id = "agent-" + Interlocked.Increment(ref _agents).ToString(CultureInfo.InvariantCulture);
        var settings = await crm.AuthoriseAsync();
        await place.Store.SaveAsync(id, settings);
        return (id, settings);
    }

    private WorkerOrder Order(string agent) => new() { Action = WorkerAction.Prepare, AgentId = agent, IsNewClient = true, Ahead = crm.Ahead };

    // The access token has ended: the next call waits for the lease and then either has a new pair or says that a person is needed.
    private async Task<KillOutcome> GoOnEndedAsync(string agent, bool wasLost, bool hasTold)
    {
        var report = await CallAsync(agent);
        var isSignalled = report.FailedOnlyWith<AmoCrmReauthorizationRequiredException>()
            && (hasTold || report.Heard(AmoCrmAuthorizationState.OutcomeUnknown) > 0) && report.Heard(AmoCrmAuthorizationState.ReauthorizationRequired) > 0;
        return Judge(report, wasLost, isSignalled);
    }

    // It lives: calls go on at once; beside them the tokens are refreshed, or the loss is told.
    private async Task<KillOutcome> GoOnAliveAsync(string agent, AmoCrmSettings first, bool wasLost, bool hasTold)
    {
        var report = await CallAsync(agent);
        if (report.Failed > 0)
        {
            return new KillOutcome(KillVerdict.Lost, wasLost, report.Milliseconds, $"the access token was alive: {Told(report)}");
        }

        var record = await SettledAsync(agent, first);
        if (record is null)
        {
            return new KillOutcome(KillVerdict.Lost, wasLost, report.Milliseconds, "the tokens were neither refreshed nor called lost");
        }

        var wasTold = record.AuthorizationState == AmoCrmAuthorizationState.OutcomeUnknown
            && (hasTold || await HeardOfLossAsync());
        crm.Advance(TimeSpan.FromHours(1));
        var later = await CallAsync(agent);
        var outcome = Judge(later, wasLost, wasTold && later.FailedOnlyWith<AmoCrmReauthorizationRequiredException>());
        return outcome with { WaitMilliseconds = report.Milliseconds };
    }

    // The note is there a moment before the event is raised.
    private async Task<bool> HeardOfLossAsync()
    {
        for (var waited = TimeSpan.Zero; waited < lease * 4; waited += TimeSpan.FromMilliseconds(20))
        {
            if ((await successor.StatusAsync()).Heard(AmoCrmAuthorizationState.OutcomeUnknown) > 0)
            {
                return true;
            }

            await Task.Delay(20);
        }

        return false;
    }

    private async Task<AmoCrmTokenRecord?> SettledAsync(string agent, AmoCrmSettings first)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            for (var waited = TimeSpan.Zero; waited < lease * 4; waited += TimeSpan.FromMilliseconds(20))
            {
                var record = await place.Store.ReadTokensAsync(agent);
                if (record.Settings.RefreshToken != first.RefreshToken || record.Notes.Spending is { State: AmoCrmSpendingState.OutcomeUnknown })
                {
                    return record;
                }

                await Task.Delay(20);
            }

            // A busy machine did not get through before the lease was over; a client waits a minute before it tries again.
            await successor.CallAsync(Order(agent));
        }

        return null;
    }

    private static KillOutcome Judge(WorkerReport report, bool wasLost, bool isSignalled) => (wasLost, isSignalled, report.Failed) switch
    {
        (true, true, _) => new KillOutcome(KillVerdict.Signalled, wasLost, report.Milliseconds),
        (false, _, 0) => new KillOutcome(KillVerdict.Recovered, wasLost, report.Milliseconds),
        _ => new KillOutcome(KillVerdict.Lost, wasLost, report.Milliseconds, $"{(wasLost ? "the answer was lost" : "nothing was lost")}, and then: {Told(report)}"),
    };

    // The pair in the store is good for one more refresh.
    private async Task<KillOutcome> LiveOnAsync(string agent, KillOutcome outcome)
    {
        crm.Advance(MoreThanALife);
        var report = await CallAsync(agent);
        return report.Failed == 0 ? outcome : Lost(outcome, $"the next refresh failed: {Told(report)}");
    }

    // A lease of a second leaves a third of it for the token call: a busy machine may say that it was too short, and that nothing was sent.
    private async Task<WorkerReport> CallAsync(string agent)
    {
        var report = await successor.CallAsync(Order(agent));
        for (var attempt = 1; attempt < Attempts && report.FailedOnlyWith<AmoCrmTimeoutException>(); attempt++)
        {
            // The same client: what it has told counts.
            report = await successor.CallAsync(Order(agent) with { IsNewClient = false });
        }

        return report;
    }
}
