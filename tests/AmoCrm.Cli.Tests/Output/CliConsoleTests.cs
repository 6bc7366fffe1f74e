using AmoCrm.Cli.Output;
using Spectre.Console;

namespace AmoCrm.Cli.Tests.Output;

[Collection(nameof(CliConsoleTests))]
[CollectionDefinition(nameof(CliConsoleTests), DisableParallelization = true)]
public sealed class CliConsoleTests
{
    [Fact]
    public void A_terminal_gets_colour()
    {
        Assert.Contains("\u001b[", Print(isTerminal: true, usesColour: true), StringComparison.Ordinal);
    }

    [Fact]
    public void NO_COLOR_takes_the_colour_away()
    {
        Assert.DoesNotContain("\u001b[", Print(isTerminal: true, usesColour: false), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_terminal_gets_plain_text()
    {
        Assert.Equal("done", Print(isTerminal: false, usesColour: true).Trim());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("1", false)]
    public void The_process_looks_at_NO_COLOR(string? value, bool usesColour)
    {
        var before = Environment.GetEnvironmentVariable("NO_COLOR");
        try
        {
            Environment.SetEnvironmentVariable("NO_COLOR", value);

            Assert.Equal(usesColour, CliConsole.System().UsesColour);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NO_COLOR", before);
        }
    }

    private static string Print(bool isTerminal, bool usesColour)
    {
        using var output = new StringWriter();
        var console = new CliConsole(output, TextWriter.Null, TextReader.Null, isTerminal) { Ansi = AnsiSupport.Yes, UsesColour = usesColour };
        console.CreateAnsi().MarkupLine("[green]done[/]");
        return output.ToString();
    }
}
