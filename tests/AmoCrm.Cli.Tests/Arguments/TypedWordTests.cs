using AmoCrm.Cli.Arguments;

namespace AmoCrm.Cli.Tests.Arguments;

public sealed class TypedWordTests
{
    [Theory]
    [InlineData("amocrm_get_company", "amocrm_get_company")]
    [InlineData("--emulatr", "--emulatr")]
    [InlineData("--mongdb=mongodb://user:canary@host", "--mongdb")]
    [InlineData("--mongdb:canary", "--mongdb")]
    [InlineData("mongodb://user:canary@host", "***")]
    [InlineData("def5020012345678901234567890123456789canary", "***")] // too long for a name
    [InlineData("a b", "***")]
    [InlineData("", "***")]
    public void Names_are_shown_and_nothing_else(string word, string shown)
    {
        Assert.Equal(shown, TypedWord.Show(word));
    }

    [Theory]
    [InlineData("Unrecognized command or argument 'shw'.", "settings shw", "Unrecognized command or argument 'shw'.")]
    [InlineData("Unrecognized command or argument 'canary'.", "login --cod canary", "Unrecognized command or argument '***'.")]
    [InlineData("Unrecognized command or argument '--cod=canary'.", "login --cod=canary", "Unrecognized command or argument '--cod'.")]
    [InlineData("Cannot parse argument 'canary' for option '--timeout'.", "login --timeout=canary", "Cannot parse argument '***' for option '--timeout'.")]
    [InlineData("Cannot parse argument 'canary' for option '--timeout'.", "login --timeout canary", "Cannot parse argument '***' for option '--timeout'.")]
    public void What_comes_after_an_option_is_not_shown(string message, string commandLine, string expected)
    {
        Assert.Equal(expected, TypedWord.MaskIn(message, commandLine.Split(' ')));
    }
}
