using AmoCrm.Cli.Output;
using Spectre.Console;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Runs command lines in this process, on a machine without environment variables and without a browser.</summary>
internal static class AmocrmCli
{
    public static CliMachine Machine { get; } = new() { Variable = static _ => null, OpenBrowser = static _ => false };

    public static Task<CliResult> RunAsync(params string[] args) => RunWithInputAsync("", args);

    public static async Task<CliResult> RunWithInputAsync(string input, params string[] args)
    {
        using var reader = new StringReader(input);
        return await RunOnAsync(Machine, args, reader);
    }

    /// <summary>Runs it as if a person sat there.</summary>
    public static Task<CliResult> RunAtTerminalAsync(IAnsiConsole prompts, params string[] args) => RunOnAsync(Machine, args, prompts: prompts);

    public static async Task<CliResult> RunOnAsync(
        CliMachine machine, string[] args, TextReader? input = null, IAnsiConsole? prompts = null, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = new CliConsole(output, error, input ?? TextReader.Null, IsTerminal: false) { Machine = machine, Prompts = prompts };
        var exitCode = await AmocrmCommand.InvokeAsync(args, console, cancellationToken);
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }
}
