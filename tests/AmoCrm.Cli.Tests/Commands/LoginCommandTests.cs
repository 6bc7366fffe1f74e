using System.Net;
using AmoCrm.Cli.Output;
using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class LoginCommandTests(LoginEmulator emulator) : IClassFixture<LoginEmulator>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Who_allows_it_on_the_page_has_tokens_in_the_store_that_work_and_are_not_shown()
    {
        using var browser = new PlayedBrowser();

        var login = await LoginAsync(browser);
        await browser.Visit;
        var call = await AmocrmCli.RunAsync("call", "amocrm_list_pipelines", "--emulator", emulator.Url, "--settings", File);

        Assert.Equal(ExitCodes.Success, login.ExitCode);
        Assert.Equal(emulator.Crm.Host, login.Fact("host"));
        Assert.Contains(emulator.Crm.AccountId.ToString(System.Globalization.CultureInfo.InvariantCulture), login.Fact("account"), StringComparison.Ordinal);
        Assert.Contains("23 hours left", login.Fact("access token"), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, call.ExitCode);
        var (status, text) = Assert.Single(browser.Pages);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("You can close this page", text, StringComparison.Ordinal);
        var stored = await System.IO.File.ReadAllTextAsync(File);
        Assert.Contains(emulator.Crm.ClientSecret, stored, StringComparison.Ordinal);
        Assert.All(SecretsIn(stored), secret => Assert.DoesNotContain(secret, login.Out + login.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_elses_answer_does_not_end_the_waiting()
    {
        using var browser = new PlayedBrowser { Lures = ["/callback?code=theirs&state=theirs&referer=other.amocrm.ru", "/callback", "/favicon.ico"] };

        var login = await LoginAsync(browser);
        await browser.Visit;

        Assert.Equal(ExitCodes.Success, login.ExitCode);
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.OK], browser.Pages.Select(page => page.Status));
        Assert.DoesNotContain(browser.Pages, page => page.Text.Contains("theirs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_browser_the_address_is_printed_nothing_is_opened_and_Ctrl_C_gives_up()
    {
        using var browser = new PlayedBrowser();
        using var stop = new CancellationTokenSource();
        await using var error = new WatchedWriter("Waiting at ");
        var console = new CliConsole(TextWriter.Null, error, TextReader.Null, IsTerminal: false) { Machine = browser.Machine };

        var running = AmocrmCommand.InvokeAsync(["login", "--emulator", emulator.Url, "--settings", File, "--no-browser"], console, stop.Token);
        await Task.WhenAny(error.Seen, running);
        await stop.CancelAsync();

        Assert.Equal(ExitCodes.Failure, await running);
        Assert.Contains("Cancelled.", error.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{emulator.Url}oauth?client_id={emulator.Crm.ClientId}&state=", error.ToString(), StringComparison.Ordinal);
        Assert.False(browser.RedirectedTo.IsCompleted);
    }

    [Theory]
    [InlineData("--code")]
    [InlineData("--redirected-to")]
    public async Task A_code_or_the_address_with_it_may_be_given_or_come_from_standard_input(string option)
    {
        async Task<string> ValueAsync() => option == "--code" ? await emulator.CodeAsync() : (await emulator.AllowAsync()).OriginalString;
        string[] args = ["login", "--emulator", emulator.Url, "--settings", File, option];

        var given = await AmocrmCli.RunAsync([.. args, await ValueAsync()]);
        var piped = await AmocrmCli.RunWithInputAsync(await ValueAsync() + "\n", [.. args, "-"]);

        Assert.All([given, piped], login =>
        {
            Assert.Equal(ExitCodes.Success, login.ExitCode);
            Assert.Equal(emulator.Crm.Host, login.Fact("host"));
        });
    }

    [Fact]
    public async Task Where_the_redirect_leads_elsewhere_the_address_is_pasted()
    {
        await using var crm = await AmoCrm.Emulator.AmoCrmEmulator.StartAsync();
        using var browser = new PlayedBrowser { Follows = false };
        async Task<string> PastedAsync() => (await browser.RedirectedTo).OriginalString;
        using var input = new PromisedLine(PastedAsync());

        var login = await AmocrmCli.RunOnAsync(browser.Machine, ["login", "--emulator", crm.BaseAddress.ToString(), "--settings", File], input);

        Assert.Equal(ExitCodes.Success, login.ExitCode);
        Assert.Equal(crm.Host, login.Fact("host"));
    }

    [Fact]
    public async Task What_the_command_line_says_of_the_integration_is_saved()
    {
        var folder = _folder.File("other.json");
        await AmocrmCli.RunAsync("login", "--settings", folder, "--account", "mycompany", "--client-id", "4d5a", "--client-secret", "s3cret", "--redirect-uri", "ftp://nowhere", "--redirected-to", "no address");
        await AmocrmCli.RunWithInputAsync("s3cret\nno address\n", "login", "--settings", folder, "--account", "mycompany.kommo.com", "--client-id", "4d5a", "--client-secret", "-", "--redirect-uri", "https://example.com/");

        var shown = await AmocrmCli.RunAsync("settings", "show", "--settings", folder);

        Assert.Equal("mycompany.kommo.com", shown.Fact("subdomain"));
        Assert.Equal("4d5a", shown.Fact("client_id"));
        Assert.Equal("https://example.com/", shown.Fact("redirect_uri"));
        Assert.Equal("*** (set)", shown.Fact("client_secret"));
    }

    [Fact]
    public async Task A_token_that_has_ended_is_refreshed_before_the_call_and_one_that_lives_is_left_alone()
    {
        await AmocrmCli.RunAsync("login", "--emulator", emulator.Url, "--settings", File, "--code", await emulator.CodeAsync());
        emulator.Crm.ClearTokenCalls();

        var lives = await WhoamiAsync(TimeSpan.FromMinutes(5));
        var callsBefore = emulator.Crm.TokenCalls.Count;
        var ended = await WhoamiAsync(TimeSpan.FromMinutes(-5));

        Assert.Equal(ExitCodes.Success, lives.ExitCode);
        Assert.Equal(0, callsBefore);
        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.True(Assert.Single(emulator.Crm.TokenCalls).IsHonoured);
        Assert.Contains("23 hours left", ended.Fact("access token"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<CliResult> WhoamiAsync(TimeSpan life)
    {
        var token = emulator.Crm.CreateAccessToken(AmoCrm.Emulator.EmulatorDemo.AdminId, life);
        await AmocrmCli.RunAsync("settings", "set", $"access_token={token}", "--settings", File);
        return await AmocrmCli.RunAsync("whoami", "--emulator", emulator.Url, "--settings", File);
    }

    private string File => _folder.File("settings.json");

    private Task<CliResult> LoginAsync(PlayedBrowser browser) => AmocrmCli.RunOnAsync(browser.Machine, ["login", "--emulator", emulator.Url, "--settings", File]);

    private static IEnumerable<string> SecretsIn(string json) =>
        from line in json.Split('\n')
        where line.Contains("_token\"", StringComparison.Ordinal) || line.Contains("_secret\"", StringComparison.Ordinal)
        select line.Split('"')[3];
}
