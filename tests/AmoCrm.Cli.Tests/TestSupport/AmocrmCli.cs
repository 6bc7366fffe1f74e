using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.Tests.TestSupport;

/// <summary>Runs command lines in this process.</summary>
internal static class AmocrmCli
{
    public static Task<CliResult> RunAsync(params string[] args) => RunWithInputAsync("", args);

    public static async Task<CliResult> RunWithInputAsync(string input, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var reader = new StringReader(input);
        var exitCode = await AmocrmCommand.InvokeAsync(args, new CliConsole(output, error, reader, IsTerminal: false));
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }
}
