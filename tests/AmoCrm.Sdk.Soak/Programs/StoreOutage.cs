using System.Diagnostics;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Auth.Refresh;
using AmoCrm.Sdk.Soak.Outage;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>
/// MongoDB is gone for a while. Calls fail at once and clearly, nothing goes to amoCRM and nothing is rotated; when it is back everything goes on without a restart. And it goes
/// away at every point of a refresh, between amoCRM's answer and the keeping of the pair above all: the pair is kept in memory and is in the store as soon as there is one.
/// </summary>
internal static class StoreOutage
{
    private const int CallerCount = 16;

    private static readonly TimeSpan MoreThanALife = TimeSpan.FromHours(25);

    // The driver's look for a server, and what a busy machine takes.
    private static readonly TimeSpan Quickly = OutageScene.Selection + TimeSpan.FromSeconds(4);
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var (times, gone) = run.IsQuick ? (1, TimeSpan.FromSeconds(4)) : (10, TimeSpan.FromSeconds(15));
        var figures = new JsonObject { ["outages_under_calls"] = times };
        await UnderCallsAsync(run, times, gone, figures);
        var points = Enum.GetValues<TokenRefreshPoint>();
        var waits = new List<double>();
        for (var time = 0; time < times; time++)
        {
            waits.AddRange(await Task.WhenAll(points.Select(point => AtPointAsync(run, point))));
        }

        figures["outages_in_a_refresh"] = waits.Count;
        figures["slowest_recovery_ms"] = Math.Round(waits.Max());
        return new SoakResult(run.Problems, figures);
    }

    private static async Task UnderCallsAsync(SoakRun run, int times, TimeSpan gone, JsonObject figures)
    {
        await using var scene = await OutageScene.CreateAsync(run.ConnectionString!);
        await using var callers = new Callers(scene.Client, CallerCount);
        var (failed, slowest, recovery, sentWhileGone) = (0, TimeSpan.Zero, TimeSpan.Zero, 0);
        for (var time = 1; time <= times; time++)
        {
            var before = await CallsAsync(callers, InFlight);
            run.Expect(before.Count > 0 && before.All(static call => call.Failure is null), $"calls failed while MongoDB was there: {Failures(before)}");
            scene.Proxy.Cut();
            await Task.Delay(InFlight);
            _ = await CallsAsync(callers, OutageScene.Selection);

            // What was on its way has arrived; and the tokens end while the store is gone.
            scene.Advance(MoreThanALife);
            var (requests, refreshes) = (scene.Crm.RequestCount, scene.Crm.Refreshes.Count);
            var during = await CallsAsync(callers, gone);
            sentWhileGone += scene.Crm.RequestCount - requests;
            run.Expect(scene.Crm.RequestCount == requests, $"{scene.Crm.RequestCount - requests} requests went to amoCRM while MongoDB was gone");
            run.Expect(during.Count > 0 && during.All(IsClear), $"calls while MongoDB was gone: {Failures(during)}");
            failed += during.Count;
            slowest = Longest(slowest, during.Max(static call => call.Took));
            scene.Proxy.Restore();
            recovery = Longest(recovery, await UntilWellAsync(run, scene));
            var after = await CallsAsync(callers, InFlight);
            run.Expect(after.Count > 0 && after.All(static call => call.Failure is null), $"calls failed after MongoDB was back: {Failures(after)}");
            run.Expect(scene.Crm.Refreshes.Count == refreshes + 1, $"{scene.Crm.Refreshes.Count - refreshes} token calls for one outage");
            run.Expect(scene.Crm.IsNewestPair((await scene.RecordAsync()).Settings), "the store does not hold the pair that amoCRM gave last");
            run.Say($"outage {time} of {times}: {during.Count} calls failed, {slowest.TotalMilliseconds:0} ms at most");
        }

        run.Expect(slowest < Quickly, $"a call took {slowest.TotalMilliseconds:0} ms to fail");
        figures["calls_failed_clearly"] = failed;
        figures["slowest_failure_ms"] = Math.Round(slowest.TotalMilliseconds);
        figures["requests_while_gone"] = sentWhileGone;
        figures["slowest_first_call_after_ms"] = Math.Round(recovery.TotalMilliseconds);
    }

    private static async Task<double> AtPointAsync(SoakRun run, TokenRefreshPoint point)
    {
        await using var scene = await OutageScene.CreateAsync(run.ConnectionString!);
        scene.Advance(MoreThanALife);
        scene.Reached = reached =>
        {
            if (reached == point && !scene.Proxy.IsCut)
            {
                scene.Reached = null;
                scene.Proxy.Cut();
            }
        };
        await using (var callers = new Callers(scene.Client, CallerCount))
        {
            var started = Stopwatch.GetTimestamp();
            while (!scene.Proxy.IsCut && Stopwatch.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(20);
            }

            run.Expect(scene.Proxy.IsCut, $"{point}: the refresh never came to this point");

            // None is thrown away: those that waited for this refresh may have been told before the loop above saw the cut.
            await Task.Delay(InFlight);
            var first = callers.Take();
            var refreshes = scene.Crm.Refreshes.Count;
            var requests = scene.Crm.RequestCount;
            await Task.Delay(OutageScene.Selection * 2);
            var during = callers.Take();
            run.Expect(during.Count > 0 && during.All(IsClear), $"{point}: calls while MongoDB was gone: {Failures(during)}");
            run.Expect(scene.Crm.RequestCount == requests, $"{point}: {scene.Crm.RequestCount - requests} requests went to amoCRM while MongoDB was gone");
            run.Expect(refreshes == (point is TokenRefreshPoint.SpendingNoted or >= TokenRefreshPoint.Answered ? 1 : 0), $"{point}: {refreshes} token calls while MongoDB was gone");
            if (point is TokenRefreshPoint.SpendingNoted or TokenRefreshPoint.Answered)
            {
                run.Expect(first.Concat(during).Any(IsKeptInMemory), $"{point}: nobody was told that new tokens are in memory");
                run.Expect((await scene.RecordAsync()).Settings.RefreshToken == scene.FirstRefreshToken, $"{point}: the pair came into the store while it was gone");
            }
        }

        scene.Proxy.Restore();
        var wait = await UntilWellAsync(run, scene);
        var record = await scene.RecordAsync();
        run.Expect(scene.Crm.IsNewestPair(record.Settings), $"{point}: the store does not hold the pair that amoCRM gave last");
        run.Expect(record.AuthorizationState == AmoCrmAuthorizationState.Authorized, $"{point}: the state is {record.AuthorizationState}");
        run.Expect(scene.Crm.TimesPresented(scene.FirstRefreshToken) == 1, $"{point}: the refresh token was presented {scene.Crm.TimesPresented(scene.FirstRefreshToken)} times");
        run.Say($"gone at {point}: well again after {wait.TotalMilliseconds:0} ms");
        return wait.TotalMilliseconds;
    }

    private static async Task<IReadOnlyList<CallResult>> CallsAsync(Callers callers, TimeSpan time)
    {
        _ = callers.Take();
        await Task.Delay(time);
        return callers.Take();
    }

    /// <returns>How long it was until a call succeeded.</returns>
    private static async Task<TimeSpan> UntilWellAsync(SoakRun run, OutageScene scene)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await scene.Client.Account.GetAsync();
                return Stopwatch.GetElapsedTime(started);
            }
            catch (AmoCrmException exception) when (Stopwatch.GetElapsedTime(started) < Patience)
            {
                run.Expect(exception is AmoCrmSettingsStoreException, $"after MongoDB was back: {exception.GetType().Name}: {exception.Message}");
                await Task.Delay(50);
            }
        }
    }

    // Whose settings, and which server.
    private static bool IsClear(CallResult call) => call.Failure is AmoCrmSettingsStoreException { Message: var message }
        && message.Contains($"agent '{OutageScene.Agent}'", StringComparison.Ordinal) && (message.Contains("127.0.0.1", StringComparison.Ordinal) || IsKeptInMemory(call));

    private static bool IsKeptInMemory(CallResult call) => call.Failure?.Message.Contains("kept in memory", StringComparison.Ordinal) == true;

    private static string Failures(IEnumerable<CallResult> calls) => string.Join(
        "; ", calls.CountBy(static call => call.Failure is { } failure ? $"{failure.GetType().Name}: {failure.Message}" : "no failure").Select(static count => $"{count.Value} times {count.Key}"));

    private static TimeSpan Longest(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
