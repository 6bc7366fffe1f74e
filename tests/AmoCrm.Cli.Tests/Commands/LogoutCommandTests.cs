using System.Text.Json.Nodes;
using AmoCrm.Cli.Tests.TestSupport;
using Spectre.Console.Testing;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class LogoutCommandTests : IDisposable
{
    private const string Canary = "canary-1b7e";
    private const string Secret = "client-secret-5c20";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_token_goes_and_the_integration_stays()
    {
        Write();

        var result = await LogoutAsync("--yes");

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Contains("amoCRM was not told", result.Error, StringComparison.Ordinal);
        var text = await ReadAsync();
        Assert.DoesNotContain(Canary, text, StringComparison.Ordinal);
        Assert.Contains(Secret, text, StringComparison.Ordinal);
        Assert.Contains("\"mycompany\"", text, StringComparison.Ordinal);
        Assert.Contains("somebody else's", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_secret_goes_too_when_all_is_said()
    {
        Write();

        var result = await LogoutAsync("--all", "--yes");
        var again = await LogoutAsync("--all", "--yes");

        Assert.All([result, again], logout => Assert.Equal(ExitCodes.Success, logout.ExitCode));
        Assert.Contains("has no tokens", again.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await ReadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y", ExitCodes.Success, false)]
    [InlineData("n", ExitCodes.Failure, true)]
    public async Task A_person_is_asked(string answer, int exitCode, bool isThere)
    {
        Write();
        using var prompts = new TestConsole().Interactive();
        prompts.Input.PushTextWithEnter(answer);

        var result = await AmocrmCli.RunAtTerminalAsync(prompts, "logout", "--settings", File);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains("Nobody can get them back", prompts.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(isThere, (await ReadAsync()).Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_it_has_to_be_said()
    {
        Write();

        var result = await LogoutAsync();

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("--yes", result.Error, StringComparison.Ordinal);
        Assert.Contains(Canary, await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_tokens_are_being_refreshed_they_are_left_alone()
    {
        var document = Write();
        document["amocrm_sdk"]!["lease"] = new JsonObject { ["owner"] = "somebody", ["until"] = "2999-01-01T00:00:00Z" };
        _folder.Write("settings.json", document.ToJsonString());

        var logout = await LogoutAsync("--yes");
        var set = await AmocrmCli.RunAsync("settings", "set", "client_id=2", "--settings", File);

        Assert.All([logout, set], result =>
        {
            Assert.Equal(ExitCodes.Failure, result.ExitCode);
            Assert.Contains("being refreshed just now", result.Error, StringComparison.Ordinal);
        });
        Assert.Equal(document.ToJsonString(), JsonNode.Parse(await ReadAsync())!.ToJsonString());
    }

    public void Dispose() => _folder.Dispose();

    private string File => _folder.File("settings.json");

    private JsonObject Write()
    {
        var pair = $$"""{ "access_token": "{{Canary}}", "refresh_token": "{{Canary}}", "at": "2026-11-01T00:00:00Z" }""";
        var document = JsonNode.Parse(
            $$"""
            {
              "agent_id": "default",
              "settings": {
                "amocrm_subdomain": "mycompany", "amocrm_client_id": "4d5a", "amocrm_client_secret": "{{Secret}}", "amocrm_redirect_uri": "https://example.com/",
                "amocrm_access_token": "{{Canary}}", "amocrm_refresh_token": "{{Canary}}", "other": "somebody else's"
              },
              "amocrm_sdk": { "version": 7, "refreshed_at": "2026-11-01T00:00:00Z", "previous": {{pair}}, "aside": [{{pair}}] }
            }
            """)!.AsObject();
        _folder.Write("settings.json", document.ToJsonString());
        return document;
    }

    private Task<string> ReadAsync() => System.IO.File.ReadAllTextAsync(File);

    private Task<CliResult> LogoutAsync(params string[] args) => AmocrmCli.RunAsync(["logout", "--settings", File, .. args]);
}
