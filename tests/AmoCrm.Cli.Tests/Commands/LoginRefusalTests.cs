using System.Net;
using System.Net.Sockets;
using AmoCrm.Cli.Tests.TestSupport;
using Spectre.Console.Testing;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class LoginRefusalTests(LoginEmulator emulator) : IClassFixture<LoginEmulator>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Who_refuses_on_the_page_ends_it()
    {
        using var browser = new PlayedBrowser();
        emulator.Crm.Behaviour.ConsentRefused = true;
        try
        {
            var login = await AmocrmCli.RunOnAsync(browser.Machine, ["login", "--emulator", emulator.Url, "--settings", File]);
            await browser.Visit;

            Assert.Equal(ExitCodes.Failure, login.ExitCode);
            Assert.Contains("refused", login.Error, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.BadRequest, Assert.Single(browser.Pages).Status);
        }
        finally
        {
            emulator.Crm.Behaviour.ConsentRefused = false;
        }
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_before_anybody_is_asked()
    {
        using var taken = new TcpListener(IPAddress.Loopback, new Uri(emulator.Crm.RedirectUri).Port);
        taken.Start();
        using var browser = new PlayedBrowser();

        var login = await AmocrmCli.RunOnAsync(browser.Machine, ["login", "--emulator", emulator.Url, "--settings", File]);

        Assert.Equal(ExitCodes.Failure, login.ExitCode);
        Assert.Contains("the port is taken", login.Error, StringComparison.Ordinal);
        Assert.False(browser.RedirectedTo.IsCompleted);
    }

    [Fact]
    public async Task The_tokens_of_an_emulator_get_a_store_of_their_own()
    {
        var unnamed = await AmocrmCli.RunAsync("login", "--emulator", emulator.Url);
        var real = _folder.Write("real.json", """{"agent_id":"default","settings":{"amocrm_subdomain":"mycompany","amocrm_client_id":"real"}}""");
        var taken = await AmocrmCli.RunAsync("login", "--emulator", emulator.Url, "--settings", real, "--code", "c0de");
        var called = await AmocrmCli.RunAsync("call", "amocrm_list_pipelines", "--emulator", emulator.Url, "--settings", real);

        Assert.All([unnamed, taken, called], result => Assert.Equal(ExitCodes.Usage, result.ExitCode));
        Assert.Contains("--settings FILE", unnamed.Error, StringComparison.Ordinal);
        Assert.All([taken, called], result => Assert.Contains("belong to no account of the emulator", result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_at_a_terminal_secrets_unseen()
    {
        using var prompts = new TestConsole().Interactive();
        prompts.Input.PushTextWithEnter("4d5a");
        prompts.Input.PushTextWithEnter("s3cret-key");
        prompts.Input.PushTextWithEnter("https://example.com/back");
        prompts.Input.PushTextWithEnter("no address");

        var login = await AmocrmCli.RunAtTerminalAsync(prompts, "login", "--settings", File);
        var shown = await AmocrmCli.RunAsync("settings", "show", "--settings", File);

        Assert.Equal(ExitCodes.Usage, login.ExitCode);
        Assert.Contains("That is no address", login.Error, StringComparison.Ordinal);
        Assert.Contains("https://www.amocrm.ru/oauth?client_id=4d5a&state=", login.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-key", prompts.Output + login.Out + login.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no address", prompts.Output, StringComparison.Ordinal);
        Assert.Equal("4d5a", shown.Fact("client_id"));
        Assert.Equal("*** (set)", shown.Fact("client_secret"));
    }

    [Theory]
    [InlineData("no client_id", "login")]
    [InlineData("no client_secret", "login", "--client-id", "4d5a")]
    [InlineData("no redirect_uri", "login", "--client-id", "4d5a", "--client-secret", "s")]
    [InlineData("no subdomain", "login", "--client-id", "4d5a", "--client-secret", "s", "--redirect-uri", "https://example.com/", "--code", "c0de")]
    [InlineData("either the code alone", "login", "--code", "c0de", "--redirected-to", "https://example.com/?code=c0de")]
    [InlineData("paste all of it", "login", "--redirected-to", "https://example.com/?state=1")]
    [InlineData("another integration", "login", "--client-id", "4d5a", "--redirected-to", "https://example.com/?code=1&client_id=other")]
    [InlineData("minutes, from 1 to 60", "login", "--timeout", "61")]
    [InlineData("Nothing was given", "login", "--code", "-")]
    public async Task What_is_missing_or_does_not_fit_is_wrong_usage(string expected, params string[] args)
    {
        var login = await AmocrmCli.RunAsync([.. args, "--settings", File]);

        Assert.Equal(ExitCodes.Usage, login.ExitCode);
        Assert.Contains(expected, login.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task An_account_beside_that_of_the_settings_is_chosen_on_the_page_only()
    {
        await AmocrmCli.RunAsync("settings", "set", "subdomain=first", "client_id=1", "client_secret=s", "redirect_uri=https://example.com/", "--settings", File);

        var login = await AmocrmCli.RunAsync("login", "--account", "second", "--settings", File);

        Assert.Equal(ExitCodes.Usage, login.ExitCode);
        Assert.Contains("leave --account out", login.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string File => _folder.File("settings.json");
}
