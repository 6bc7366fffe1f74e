using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Emulator;

namespace AmoCrm.Cli.Tests.Commands;

public sealed class WhoamiCommandTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_account_the_person_and_the_life_of_the_tokens_are_told()
    {
        var result = await WhoamiAsync(emulator.Crm.AccessToken);

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Equal($"{EmulatorDemo.AccountName} ({EmulatorDemo.AccountId})", result.Fact("account"));
        Assert.Equal(emulator.Crm.Host, result.Fact("host"));
        Assert.Equal($"{EmulatorDemo.AdminId}", result.Fact("user"));
        Assert.Equal("default", result.Fact("agent"));
        Assert.Equal(File, result.Fact("settings"));
        Assert.Equal("long-lived: nothing refreshes it", result.Fact("token"));
        Assert.Contains("364 days left", result.Fact("access token"), StringComparison.Ordinal);
        Assert.Equal("authorized", result.Fact("state"));
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Programs_get_json_with_every_member()
    {
        var json = (await WhoamiAsync(emulator.Crm.AccessToken, "--json")).Json();

        Assert.True(json.GetProperty("authorized").GetBoolean());
        Assert.Equal(EmulatorDemo.AccountId, json.GetProperty("account").GetProperty("id").GetInt64());
        Assert.Equal(EmulatorDemo.AdminId, json.GetProperty("user_id").GetInt64());
        Assert.Equal("long_lived", json.GetProperty("token").GetProperty("kind").GetString());
        Assert.InRange(json.GetProperty("token").GetProperty("seconds_left").GetInt64(), 364 * 86400, 366 * 86400);
        Assert.Equal("authorized", json.GetProperty("state").GetString());
        Assert.Equal(
            ["authorized", "agent", "settings", "host", "account", "user_id", "token", "state", "error", "remedy"], json.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task An_emulator_is_asked_with_its_own_settings()
    {
        var result = await AmocrmCli.RunAsync("whoami", "--emulator", emulator.Url);

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Equal($"the emulator at {emulator.Url}", result.Fact("settings"));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_a_failure_with_the_remedy()
    {
        var token = emulator.Crm.CreateAccessToken(EmulatorDemo.AdminId, TimeSpan.FromMinutes(-5));

        var plain = await WhoamiAsync(token);
        var json = await WhoamiAsync(token, "--json");

        Assert.All([plain, json], result =>
        {
            Assert.Equal(ExitCodes.Failure, result.ExitCode);
            Assert.Contains("amocrm login", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(token, result.Out + result.Error, StringComparison.Ordinal);
        });
        Assert.StartsWith("ended ", plain.Fact("access token"), StringComparison.Ordinal);
        Assert.False(json.Json().GetProperty("authorized").GetBoolean());
        Assert.Contains("amocrm login", json.Json().GetProperty("remedy").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tokens_nothing_is_asked()
    {
        emulator.Crm.ClearRequests();

        var result = await WhoamiAsync("");

        Assert.Equal(ExitCodes.Failure, result.ExitCode);
        Assert.Contains("is not authorised", result.Error, StringComparison.Ordinal);
        Assert.Empty(emulator.Crm.Requests);
    }

    public void Dispose() => _folder.Dispose();

    private string File => _folder.File("settings.json");

    private async Task<CliResult> WhoamiAsync(string token, params string[] args)
    {
        await AmocrmCli.RunAsync("settings", "set", $"subdomain={emulator.Crm.Host}", $"access_token={token}", "--settings", File);
        return await AmocrmCli.RunAsync(["whoami", "--emulator", emulator.Url, "--settings", File, .. args]);
    }
}
