using System.Diagnostics;
using System.Text.Json.Nodes;
using AmoCrm.Sdk.Soak.Idle;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AmoCrm.Sdk.Soak.Programs;

/// <summary>
/// Twelve months in which nobody calls. With the keep-alive of AmoCrm.Sdk.Hosting no agent's authorisation lapses; without it all of them do, which shows that the clock moves.
/// </summary>
internal static class IdleYear
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<SoakResult> RunAsync(SoakRun run)
    {
        var agents = Enumerable.Range(1, run.IsQuick ? 3 : 20).Select(static number => $"idle-{number}").ToList();
        var figures = new JsonObject { ["agents"] = agents.Count, ["days"] = Year.TotalDays };
        await KeptAliveAsync(run, agents, figures);
        await LeftAloneAsync(run, agents, figures);
        return new SoakResult(run.Problems, figures);
    }

    private static async Task KeptAliveAsync(SoakRun run, List<string> agents, JsonObject figures)
    {
        var clock = Clock();
        await using var crm = await TestCrm.StartAsync(clock);
        await using var place = run.CreatePlace();
        await using var services = await ServicesAsync(crm, place, clock, agents, run.IsQuick ? TimeSpan.FromDays(1) : null);
        var keepAlive = services.GetServices<IHostedService>().ToList();
        foreach (var service in keepAlive)
        {
            await service.StartAsync(CancellationToken.None);
        }

        // The first look is within a minute, which is no long wait.
        var end = clock.GetUtcNow() + Year;
        await UntilAsync(() => clock.IsWaitedFor);
        clock.Advance(TimeSpan.FromMinutes(1));
        var looks = 1;
        while (await NextAsync(clock) is var next && next < end)
        {
            clock.SetUtcNow(next);
            looks++;
            if (looks % 100 == 0)
            {
                run.Say($"{next:yyyy-MM-dd}: {crm.Refreshes.Count} refreshes");
            }
        }

        foreach (var service in keepAlive)
        {
            await service.StopAsync(CancellationToken.None);
        }

        clock.SetUtcNow(end);
        var refreshes = crm.Refreshes.Count;
        var lapsed = await LapsedAsync(crm, services, agents, run);
        run.Expect(lapsed == 0, $"{lapsed} of {agents.Count} agents lapsed with the keep-alive");
        run.Expect(crm.Refreshes.All(static call => call.IsHonoured), "a refresh was refused");
        figures["looks"] = looks;
        figures["refreshes"] = refreshes;
        figures["lapsed"] = lapsed;
    }

    private static async Task LeftAloneAsync(SoakRun run, List<string> agents, JsonObject figures)
    {
        var clock = Clock();
        await using var crm = await TestCrm.StartAsync(clock);
        await using var place = run.CreatePlace();
        await using var services = await ServicesAsync(crm, place, clock, agents);
        clock.Advance(Year);
        var lapsed = await LapsedAsync(crm, services, agents, run: null);
        run.Expect(lapsed == agents.Count, $"{agents.Count - lapsed} of {agents.Count} agents lived through a year without the keep-alive: this program shows nothing");
        figures["lapsed_without_keep_alive"] = lapsed;
    }

    private static LeapingClock Clock()
    {
        var clock = new LeapingClock();
        clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        return clock;
    }

    private static async Task<ServiceProvider> ServicesAsync(TestCrm crm, StorePlace place, TimeProvider clock, List<string> agents, TimeSpan? between = null)
    {
        var store = new ClockedStore(place.Store, clock);
        foreach (var agent in agents)
        {
            await store.SaveAsync(agent, await crm.AuthoriseAsync());
        }

        var services = new ServiceCollection();
        services.AddAmoCrm(options =>
            {
                options.EmulatorAddress = crm.Address;
                options.TimeProvider = clock;
                options.RateLimit.IsEnabled = false;
            })
            .UseSettings(_ => store)
            .AddKeepAlive(options => options.CheckInterval = between ?? options.CheckInterval);
        return services.BuildServiceProvider();
    }

    /// <summary>Waits until the keep-alive is done with all agents and waits again.</summary>
    private static async Task<DateTimeOffset> NextAsync(LeapingClock clock)
    {
        await UntilAsync(() => clock.Next is not null);
        return clock.Next!.Value;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException("The keep-alive does not wait for its next look.");
            }

            await Task.Delay(1);
        }
    }

    private static async Task<int> LapsedAsync(TestCrm crm, ServiceProvider services, List<string> agents, SoakRun? run)
    {
        var lapsed = 0;
        foreach (var agent in agents)
        {
            try
            {
                await services.GetRequiredService<IAmoCrmClientFactory>().CreateClient(agent).Account.GetAsync();
            }
            catch (AmoCrmReauthorizationRequiredException exception)
            {
                lapsed++;
                run?.Expect(false, $"{exception.Message} {crm.Refreshes.Count} refreshes were made.");
            }
        }

        return lapsed;
    }
}
