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
    // Narrower than this, what the checks saw would break every row.
    private const int WidthWithChecks = 150;

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
        var withChecks = ansi.Profile.Width >= WidthWithChecks;
        if (console.IsTerminal)
        {
            // The whole table is higher than most terminals: while it grows its end is shown, and all of it afterwards.
            await ansi.Live(DemoTable.Draw(rows, withChecks))
                .AutoClear(true)
                .Overflow(VerticalOverflow.Crop)
                .Cropping(VerticalOverflowCropping.Top)
                .StartAsync(live => runner.RunAsync(rows, () => live.UpdateTarget(DemoTable.Draw(rows, withChecks)), cancellationToken))
                .ConfigureAwait(false);
        }
        else
        {
            // A live display would write every frame into a file.
            await runner.RunAsync(rows, static () => { }, cancellationToken).ConfigureAwait(false);
        }

        ansi.Write(DemoTable.Draw(rows, withChecks));
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
