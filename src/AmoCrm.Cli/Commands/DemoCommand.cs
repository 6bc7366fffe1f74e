using System.CommandLine;
using System.Globalization;
using AmoCrm.Cli.Demo;
using AmoCrm.Cli.Output;
using AmoCrm.Emulator;
using AmoCrm.Sdk;
using Spectre.Console;

namespace AmoCrm.Cli.Commands;

/// <summary><c>amocrm demo</c>: plays a day of a furniture salon on an emulator, through every handler, typed and by name.</summary>
internal sealed class DemoCommand(CliConsole console) : ICliCommand
{
    // Lines of a terminal that the head of the table takes; many rows take two.
    private const int HeadLines = 6;

    public Command Create(CommandHelp help)
    {
        var command = new Command("demo", "Plays a day of a furniture salon on an emulator, through all handlers, typed and by name.");
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        help.Add(command, "amocrm demo", "amocrm demo | tail -n 1");
        return command;
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var rows = DemoStory.CreateRows();
        var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions(), cancellationToken).ConfigureAwait(false);
        await using (crm.ConfigureAwait(false))
        {
            var amo = new AmoCrmClient(new AmoCrmClientOptions
            {
                ApplicationName = "amocrm-demo",
                EmulatorAddress = crm.BaseAddress,

                // An emulator of its own, without limits: at amoCRM's pace the day would take half a minute.
                RateLimit = { IsEnabled = false },
                SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = crm.Host, AccessToken = crm.AccessToken }),
            });
            await using (amo.ConfigureAwait(false))
            {
                await PlayAsync(new DemoRunner(crm, amo), rows, cancellationToken).ConfigureAwait(false);
            }
        }

        return await ReportAsync(new DemoReport(rows, DemoStory.Handlers)).ConfigureAwait(false);
    }

    private async Task PlayAsync(DemoRunner runner, IReadOnlyList<DemoRow> rows, CancellationToken cancellationToken)
    {
        var ansi = console.CreateAnsi();
        var layout = DemoLayout.For(ansi.Profile.Width);
        if (console.IsTerminal)
        {
            // The whole table is higher than most terminals: while the day is played its last rows are shown, and all of it afterwards.
            var visible = Math.Max(4, (ansi.Profile.Height - HeadLines) / 2);
            await ansi.Live(DemoTable.Draw([], layout))
                .AutoClear(true)
                .StartAsync(live => runner.RunAsync(rows, played => live.UpdateTarget(DemoTable.Draw(rows.Take(played).TakeLast(visible), layout)), cancellationToken))
                .ConfigureAwait(false);
        }
        else
        {
            // A live display would write every frame into a file.
            await runner.RunAsync(rows, static _ => { }, cancellationToken).ConfigureAwait(false);
        }

        ansi.Write(DemoTable.Draw(rows, layout));
    }

    private async Task<int> ReportAsync(DemoReport report)
    {
        foreach (var problem in report.Problems)
        {
            await console.Out.WriteLineAsync(problem).ConfigureAwait(false);
        }

        await console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Answered} of {report.Total} handlers answered")).ConfigureAwait(false);
        return report.IsComplete ? ExitCodes.Success : ExitCodes.Failure;
    }
}
