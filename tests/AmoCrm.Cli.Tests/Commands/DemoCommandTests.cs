using System.Text.RegularExpressions;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Sdk.Dispatch;

namespace AmoCrm.Cli.Tests.Commands;

public sealed partial class DemoCommandTests
{
    [Fact]
    public async Task All_49_handlers_answer_and_the_last_line_says_so()
    {
        var result = await AmocrmCli.RunAsync("demo");

        Assert.Equal("49 of 49 handlers answered", result.Lines()[^1]);
        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Redirected_output_is_one_plain_table_with_a_row_for_each_handler()
    {
        var result = await AmocrmCli.RunAsync("demo");

        Assert.DoesNotContain('\u001b', result.Out);
        Assert.DoesNotContain(result.Out.Split('\n'), line => line.TrimEnd('\r').EndsWith(' '));
        string[] modules = ["base", "companies", "tasks", "advanced", "admin"];
        Assert.Equal(
            modules.SelectMany(HandlerCatalog.InModule).Select(handler => handler.Name).Order(StringComparer.Ordinal),
            HandlerRow().Matches(result.Out).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_shows_the_request_as_it_was_sent_its_status_and_both_durations()
    {
        var result = await AmocrmCli.RunAsync("demo");

        Assert.Contains(result.Lines(), line => Regex.IsMatch(line, @"^amocrm_get_user +admin +GET /api/v4/users/8001002 +200 +[\d.]+ +[\d.]+ +\S", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Contains(result.Lines(), line => Regex.IsMatch(line, @"^amocrm_delete_company +companies +DELETE /api/v4/companies/\d+ +404 ", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task On_a_terminal_the_whole_table_stands_at_the_end_of_the_live_display()
    {
        using var output = new StringWriter();
        var console = new CliConsole(output, TextWriter.Null, TextReader.Null, IsTerminal: true) { Ansi = Spectre.Console.AnsiSupport.Yes };

        var exitCode = await AmocrmCommand.InvokeAsync(["demo"], console);

        Assert.Equal(ExitCodes.Success, exitCode);
        Assert.Contains('\u001b', output.ToString());
        Assert.EndsWith("49 of 49 handlers answered", output.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^  (?<name>amocrm_\w+) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex HandlerRow();
}
