using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData("amocrm")]
    [InlineData("amocrm demo")]
    [InlineData("amocrm handlers")]
    [InlineData("amocrm call")]
    [InlineData("amocrm step")]
    [InlineData("amocrm export")]
    [InlineData("amocrm import")]
    [InlineData("amocrm login")]
    [InlineData("amocrm logout")]
    [InlineData("amocrm whoami")]
    [InlineData("amocrm emulator")]
    [InlineData("amocrm settings")]
    [InlineData("amocrm settings show")]
    [InlineData("amocrm settings set")]
    [InlineData("amocrm settings list")]
    [InlineData("amocrm settings path")]
    public async Task Every_command_has_a_help_page_with_examples_of_itself(string command)
    {
        var result = await AmocrmCli.RunAsync([.. command.Split(' ')[1..], "--help"]);

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Empty(result.Error);
        var lines = result.Lines();
        var examples = lines[(Array.IndexOf(lines, "Examples:") + 1)..];
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(command, example, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_command_that_the_root_lists_is_tried_above()
    {
        var result = await AmocrmCli.RunAsync("--help");

        var lines = result.Lines();
        var commands = lines[(Array.IndexOf(lines, "Commands:") + 1)..Array.IndexOf(lines, "Examples:")];
        Assert.Equal(["demo", "handlers", "call", "step", "export", "import", "login", "logout", "whoami", "settings", "emulator"], commands.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Nothing_but_the_name_shows_the_help()
    {
        var result = await AmocrmCli.RunAsync();

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Contains("Commands:", result.Lines());
    }

    [Theory]
    [InlineData("no-such-command", "amocrm --help")]
    [InlineData("call", "amocrm call --help")]
    [InlineData("settings", "amocrm settings --help")]
    [InlineData("settings set", "amocrm settings set --help")]
    public async Task A_wrong_command_line_says_where_the_help_is(string commandLine, string help)
    {
        var result = await AmocrmCli.RunAsync(commandLine.Split(' '));

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains(help, result.Error, StringComparison.Ordinal);
    }
}
