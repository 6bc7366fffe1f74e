using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AmoCrm.Cli.Tests.Commands;

/// <summary>The commands over settings in a real MongoDB.</summary>
public sealed class MongoDbTests(RealServer server, LoginEmulator emulator) : IClassFixture<RealServer>, IClassFixture<LoginEmulator>
{
    private readonly string _collection = $"settings_{Guid.NewGuid():N}";

    [Fact]
    public async Task Settings_are_set_shown_and_listed()
    {
        var set = await RunAsync("settings", "set", "subdomain=mycompany", "access_token=canary-9d", "--agent", "sales");
        await RunAsync("settings", "set", "subdomain=other", "--agent", "back-office");
        await RunAsync("settings", "set", "client_id=4d5a", "domain=kommo.com", "--agent", "sales");

        var shown = await RunAsync("settings", "show", "--agent", "sales");
        var listed = await RunAsync("settings", "list");

        Assert.Equal(ExitCodes.Success, set.ExitCode);
        Assert.Equal("mycompany", shown.Fact("subdomain"));
        Assert.Equal("kommo.com", shown.Fact("domain"));
        Assert.Equal("4d5a", shown.Fact("client_id"));
        Assert.Equal("*** (set)", shown.Fact("access_token"));
        Assert.Equal("(not known)", shown.Fact("refreshed_at"));
        Assert.Equal("authorized", shown.Fact("state"));
        Assert.Equal(["back-office", "sales"], listed.Lines());
    }

    [Fact]
    public async Task Log_in_call_ask_and_log_out()
    {
        var login = await RunAsync("login", "--emulator", emulator.Url, "--code", await emulator.CodeAsync());
        var call = await RunAsync("call", "amocrm_list_pipelines", "--emulator", emulator.Url);
        var whoami = await RunAsync("whoami", "--emulator", emulator.Url, "--json");
        var shown = await RunAsync("settings", "show");
        var before = await DocumentAsync();
        var logout = await RunAsync("logout", "--yes");
        var after = await DocumentAsync();

        Assert.All([login, call, whoami, shown, logout], result =>
        {
            Assert.Equal(ExitCodes.Success, result.ExitCode);
            Assert.All(
                [before["settings"]["amocrm_access_token"].AsString, before["settings"]["amocrm_refresh_token"].AsString, emulator.Crm.ClientSecret],
                secret => Assert.DoesNotContain(secret, result.Out + result.Error, StringComparison.Ordinal));
        });
        Assert.Equal("refreshed", whoami.Json().GetProperty("token").GetProperty("kind").GetString());
        Assert.Equal(89, whoami.Json().GetProperty("token").GetProperty("refresh_days_left").GetInt64());
        Assert.NotEqual("(not known)", shown.Fact("refreshed_at"));
        Assert.False(after["settings"].AsBsonDocument.Contains("amocrm_access_token"));
        Assert.False(after["settings"].AsBsonDocument.Contains("amocrm_refresh_token"));
        Assert.Equal(emulator.Crm.ClientSecret, after["settings"]["amocrm_client_secret"].AsString);
    }

    [Fact]
    public async Task An_agent_that_is_not_there_is_named()
    {
        var result = await RunAsync("settings", "show", "--agent", "nobody");

        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Contains("'nobody'", result.Error, StringComparison.Ordinal);
    }

    private Task<BsonDocument> DocumentAsync() =>
        server.Client.GetDatabase(server.Database).GetCollection<BsonDocument>(_collection).Find(new BsonDocument("agent_id", "default")).SingleAsync();

    // The address in the environment, so that it is on no command line; the rest as options.
    private Task<CliResult> RunAsync(params string[] args)
    {
        var uri = RealServer.ConnectionString;
        var machine = AmocrmCli.Machine with { Variable = name => name == "AMOCRM_MONGODB" ? uri : null };
        return AmocrmCli.RunOnAsync(machine, [.. args, "--database", server.Database, "--collection", _collection]);
    }
}
