using AmoCrm.Cli.Output;
using Spectre.Console;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Runs command lines in this process, on a machine without environment variables and without a browser.</summary>
internal static class AmocrmCli
{
    public static CliMachine Machine { get; } = new() { Variable = static _ => null, OpenBrowser = static _ => false };

    public static Task<CliResult> RunAsync(params string[] args) => RunWithInputAsync("", args);

    public static Task<CliResult> RunWithInputAsync(string input, params string[] args) => RunOnAsync(Machine, input, prompts: null, args);

    public static async Task<CliResult> RunOnAsync(CliMachine machine, string input, IAnsiConsole? prompts, string[] args, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var console = new CliConsole(output, error, reader, IsTerminal: false) { Machine = machine, Prompts = prompts };
        var exitCode = await AmocrmCommand.InvokeAsync(args, console, cancellationToken);
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }
}
