using AmoCrm.Cli.Demo;
using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tests.Demo;

public sealed class DemoRunnerTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    private static readonly DemoStep Good = new(
        "amocrm_list_pipelines",
        Typed: async (demo, token) => $"{(await demo.CallAsync(amo => amo.Pipelines.ListAsync(cancellationToken: token))).Count} pipelines",
        ByName: async (demo, token) => $"{(await demo.CallByNameAsync("{}", token)).GetArrayLength()} pipelines");

    [Fact]
    public async Task A_step_that_holds_in_both_ways_is_answered()
    {
        var row = await PlayAsync(Good);

        Assert.True(row.IsAnswered);
        Assert.Equal("2 pipelines", row.Typed!.Seen);
        Assert.Equal("2 pipelines", row.ByName!.Seen);
        Assert.Equal("/api/v4/leads/pipelines", Assert.Single(row.ByName.Requests).Path);
    }

    [Fact]
    public async Task A_check_that_fails_in_one_way_is_a_problem_of_that_way()
    {
        var row = await PlayAsync(Good with { ByName = async (demo, token) => await CheckedAsync(await demo.CallByNameAsync("{}", token)) });

        Assert.False(row.IsAnswered);
        Assert.Equal("amocrm_list_pipelines (by name): expected that pigs fly", Assert.Single(row.Problems));

        static Task<string> CheckedAsync(object answer)
        {
            Check.That(answer is string, "pigs fly");
            return Task.FromResult("");
        }
    }

    [Fact]
    public async Task An_error_of_the_api_is_a_problem_and_the_rest_is_played()
    {
        var bad = Good with { Typed = async (demo, token) => (await demo.CallAsync(amo => amo.Companies.DeleteAsync(11001, cancellationToken: token))).ToString()! };

        var rows = await PlayAsync([bad, Good]);

        Assert.NotNull(rows[0].Typed!.Problem);
        Assert.Null(rows[0].ByName!.Problem);
        Assert.True(rows[1].IsAnswered);
    }

    [Fact]
    public async Task A_call_that_sends_nothing_answers_nothing()
    {
        var row = await PlayAsync(Good with { Typed = (demo, _) => demo.CallAsync(static _ => Task.FromResult("made up")) });

        Assert.Equal("the call sent no request", row.Typed!.Problem);
    }

    [Fact]
    public async Task Requests_of_the_checks_do_not_belong_to_the_call()
    {
        var row = await PlayAsync(Good with
        {
            Typed = async (demo, token) =>
            {
                await demo.Amo.Users.ListAsync(cancellationToken: token);
                await demo.CallAsync(amo => amo.Pipelines.ListAsync(cancellationToken: token));
                await demo.Amo.Users.ListAsync(cancellationToken: token);
                return "";
            },
        });

        Assert.Equal("/api/v4/leads/pipelines", Assert.Single(row.Typed!.Requests).Path);
    }

    private async Task<DemoRow> PlayAsync(DemoStep step) => Assert.Single(await PlayAsync([step]));

    private async Task<IReadOnlyList<DemoRow>> PlayAsync(IReadOnlyList<DemoStep> steps)
    {
        var settings = new AmoCrmSettings { Subdomain = emulator.Crm.Host, AccessToken = emulator.Crm.AccessToken };
        await using var amo = new AmoCrmClient(new AmoCrmClientOptions
        {
            EmulatorAddress = emulator.Crm.BaseAddress,
            SettingsResolver = new StaticSettingsResolver(settings),
            RateLimit = { IsEnabled = false },
        });
        DemoRow[] rows = [.. steps.Select(step => new DemoRow(step, "chapter", "admin"))];
        await new DemoRunner(emulator.Crm, amo).RunAsync(rows, static _ => { }, TestContext.Current.CancellationToken);
        return rows;
    }
}
