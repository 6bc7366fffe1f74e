using AmoCrm.Cli.Tests.TestSupport;
using Spectre.Console.Testing;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class SettingsCommandTests : IDisposable
{
    private const string Canary = "canary-3f9a-never-printed";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_is_set_is_shown_and_the_rest_stays()
    {
        await RunAsync("set", "subdomain=mycompany", "client_id=4d5a1c02");
        await RunAsync("set", "domain=kommo.com");

        var shown = await RunAsync("show");

        Assert.Equal(ExitCodes.Success, shown.ExitCode);
        Assert.Contains(shown.Lines(), line => line.StartsWith("subdomain", StringComparison.Ordinal) && line.EndsWith("mycompany", StringComparison.Ordinal));
        Assert.Contains(shown.Lines(), line => line.StartsWith("domain", StringComparison.Ordinal) && line.EndsWith("kommo.com", StringComparison.Ordinal));
        Assert.Contains(shown.Lines(), line => line.StartsWith("client_id", StringComparison.Ordinal) && line.EndsWith("4d5a1c02", StringComparison.Ordinal));
        Assert.Contains(shown.Lines(), line => line.StartsWith("access_token", StringComparison.Ordinal) && line.EndsWith("(not set)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_are_kept_and_never_printed()
    {
        var set = await RunAsync("set", "subdomain=mycompany", $"access_token={Canary}", $"refresh_token={Canary}", $"amocrm_client_secret={Canary}");
        var shown = await RunAsync("show");
        var dryRun = await AmocrmCli.RunAsync("call", "amocrm_list_pipelines", "--dry-run", "--settings", File);

        Assert.Contains(Canary, await System.IO.File.ReadAllTextAsync(File), StringComparison.Ordinal);
        Assert.All([set, shown, dryRun], result =>
        {
            Assert.Equal(ExitCodes.Success, result.ExitCode);
            Assert.DoesNotContain(Canary, result.Out + result.Error, StringComparison.Ordinal);
        });
        Assert.Equal(3, shown.Lines().Count(line => line.EndsWith("*** (set)", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_value_may_come_from_standard_input_where_no_shell_remembers_it()
    {
        await AmocrmCli.RunWithInputAsync($"{Canary}\n", "settings", "set", "access_token=-", "--settings", File);

        Assert.Contains(Canary, await System.IO.File.ReadAllTextAsync(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_terminal_a_secret_is_typed_unseen()
    {
        using var prompts = new TestConsole().Interactive();
        prompts.Input.PushTextWithEnter(Canary);
        prompts.Input.PushTextWithEnter("mycompany");

        var result = await AmocrmCli.RunAtTerminalAsync(prompts, "settings", "set", "access_token=-", "subdomain=-", "--settings", File);

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Contains(Canary, await System.IO.File.ReadAllTextAsync(File), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, prompts.Output + result.Out + result.Error, StringComparison.Ordinal);
        Assert.Contains("mycompany", prompts.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_are_listed_in_order()
    {
        var none = await RunAsync("list");
        await RunAsync("set", "subdomain=second", "--agent", "sales");
        await RunAsync("set", "subdomain=first", "--agent", "back-office");

        var listed = await RunAsync("list");

        Assert.Equal(ExitCodes.Success, none.ExitCode);
        Assert.Empty(none.Out);
        Assert.Contains("There is no agent", none.Error, StringComparison.Ordinal);
        Assert.Equal(["back-office", "sales"], listed.Lines());
    }

    [Fact]
    public async Task The_state_of_the_authorisation_and_the_time_of_the_last_refresh_are_shown()
    {
        _folder.Write("settings.json", """{"settings":{"amocrm_subdomain":"a","amocrm_refresh_token":"def502"},"amocrm_sdk":{"refreshed_at":"2026-11-01T10:00:00Z"}}""");
        var with = await RunAsync("show");
        await RunAsync("set", "refresh_token=");
        var without = await RunAsync("show");

        Assert.Equal("2026-11-01 10:00:00Z", with.Fact("refreshed_at"));
        Assert.Equal("authorized", with.Fact("state"));
        Assert.Equal("(no tokens)", without.Fact("state"));
    }

    [Fact]
    public async Task An_empty_value_removes_a_setting()
    {
        await RunAsync("set", "subdomain=mycompany", "client_id=4d5a1c02");
        await RunAsync("set", "client_id=");

        var shown = await RunAsync("show");

        Assert.Contains(shown.Lines(), line => line.StartsWith("client_id", StringComparison.Ordinal) && line.EndsWith("(not set)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Agents_have_settings_of_their_own()
    {
        await RunAsync("set", "subdomain=first");
        await RunAsync("set", "subdomain=second", "--agent", "sales");

        var first = await RunAsync("show");
        var second = await RunAsync("show", "--agent", "sales");

        Assert.Contains("first", first.Out, StringComparison.Ordinal);
        Assert.Contains("second", second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_path_is_that_of_the_file()
    {
        var result = await RunAsync("path");

        Assert.Equal(File, result.Out.Trim());
    }

    [Theory]
    [InlineData("subdomein=mycompany")] // no such setting
    [InlineData("mycompany")] // no key
    [InlineData("subdomain=https://mycompany.amocrm.ru/")] // no host label
    [InlineData("subdomain=my.company")]
    public async Task What_cannot_be_a_setting_is_refused_and_nothing_is_written(string assignment)
    {
        var result = await RunAsync("set", assignment);

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named_with_the_remedy()
    {
        var result = await RunAsync("show");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("amocrm settings set", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string File => _folder.File("settings.json");

    private Task<CliResult> RunAsync(params string[] args) => AmocrmCli.RunAsync(["settings", .. args, "--settings", File]);
}
