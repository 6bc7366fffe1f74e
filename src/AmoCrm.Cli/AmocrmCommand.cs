using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using AmoCrm.Cli.Arguments;
using AmoCrm.Cli.Commands;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Transfer.Imports;

namespace AmoCrm.Cli;

/// <summary>The <c>amocrm</c> command: its subcommands, and what becomes of an error.</summary>
internal static class AmocrmCommand
{
    // "@file" is what --args and --context read themselves; a response file would put its words onto the command line instead.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> InvokeAsync(string[] args, CliConsole console, CancellationToken cancellationToken = default)
    {
        // Somebody who types nothing but the name wants to know what there is.
        var result = Create(console).Parse(args is [] ? ["--help"] : args, Parsing);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await console.Error.WriteLineAsync(TypedWord.MaskIn(error.Message, args)).ConfigureAwait(false);
            }

            await console.Error.WriteLineAsync($"Run '{CommandPath(result.CommandResult)} --help' to see what it takes.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = console.Out,
                Error = console.Error,
                EnableDefaultExceptionHandler = false,

                // After Ctrl-C an import waits for what is under way and writes down what became of it: killed meanwhile, nobody would know.
                ProcessTerminationTimeout = ImportRun.Patience + TimeSpan.FromSeconds(10),
            };
            return await result.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Cancelled.").ConfigureAwait(false);
            return ExitCodes.Failure;
        }
        catch (Exception exception) when (ErrorReport.TryDescribe(exception, out var message, out var exitCode))
        {
            await console.Error.WriteLineAsync(message).ConfigureAwait(false);
            return exitCode;
        }
    }

    private static RootCommand Create(CliConsole console)
    {
        var help = new CommandHelp();
        var root = new RootCommand("Calls amoCRM by handler name, and runs an emulator of it on this machine.");
        ICliCommand[] commands =
        [
            new DemoCommand(console), new HandlersCommand(console), new CallCommand(console), new StepCommand(console), new ExportCommand(console), new ImportCommand(console),
            new LoginCommand(console), new LogoutCommand(console), new WhoamiCommand(console), new SettingsCommand(console), new EmulatorCommand(console),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command.Create(help));
        }

        help.Add(root, "amocrm demo", "amocrm handlers --module companies", "amocrm call amocrm_get_company company_id=17");
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = help.CreateAction((SynchronousCommandLineAction)option.Action!);
        }

        return root;
    }

    private static string CommandPath(System.CommandLine.Parsing.SymbolResult? result)
    {
        var names = new List<string>();
        for (; result is System.CommandLine.Parsing.CommandResult command; result = command.Parent)
        {
            names.Insert(0, command.Command is RootCommand ? "amocrm" : command.Command.Name);
        }

        return string.Join(' ', names);
    }
}
