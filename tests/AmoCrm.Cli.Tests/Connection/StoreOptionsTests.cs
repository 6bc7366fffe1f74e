using AmoCrm.Cli.Tests.TestSupport;

namespace AmoCrm.Cli.Tests.Connection;

public sealed class StoreOptionsTests
{
    private const string Uri = "mongodb://user:canary-77@127.0.0.1:27017/crm";

    [Theory]
    [InlineData("either in a file", "--settings", "a.json", "--mongodb", Uri)]
    [InlineData("either in a file", "--settings", "a.json", "--database", "crm")]
    [InlineData("either in a file", "--settings", "a.json", "--collection", "c")]
    [InlineData("Which server?", "--database", "crm")]
    [InlineData("Which database?", "--mongodb", "mongodb://user:canary-77@127.0.0.1")]
    [InlineData("takes a connection string", "--mongodb", "127.0.0.1:27017")]
    [InlineData("goes to --mongodb", "--settings", Uri)]
    [InlineData("path of a file", "--settings", "")]
    [InlineData("id of an agent", "--agent", "")]
    public async Task Stores_that_are_named_wrongly_are_wrong_usage(string expected, params string[] args)
    {
        foreach (var command in new[] { "settings show", "settings list", "whoami", "logout", "login", "call amocrm_list_pipelines" })
        {
            var result = await AmocrmCli.RunAsync([.. command.Split(' '), .. args]);

            if (args[0] == "--agent" && command == "settings list")
            {
                continue;
            }

            Assert.Equal(ExitCodes.Usage, result.ExitCode);
            Assert.Contains(expected, result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", result.Out + result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("the MongoDB collection crm.agent_settings at 127.0.0.1:27017", Uri, null)]
    [InlineData("the MongoDB collection other.agent_settings at 127.0.0.1:27017", Uri, null, "--database", "other")]
    [InlineData("the MongoDB collection third.agent_settings at 127.0.0.1:27017", Uri, "third")]
    [InlineData("the MongoDB collection other.agent_settings at 127.0.0.1:27017", Uri, "third", "--database", "other")]
    [InlineData("the MongoDB collection crm.mine at 127.0.0.1:27017", Uri, null, "--collection", "mine")]
    [InlineData("the MongoDB collection b.agent_settings at b:1, c:2", Uri, null, "--mongodb", "mongodb://b:1,c:2/b")]
    public async Task The_environment_may_name_it_and_the_command_line_knows_better(string expected, string uri, string? database, params string[] args)
    {
        var machine = AmocrmCli.Machine with { Variable = name => name switch { "AMOCRM_MONGODB" => uri, "AMOCRM_MONGODB_DATABASE" => database, _ => null } };

        var result = await AmocrmCli.RunOnAsync(machine, ["settings", "path", .. args]);

        Assert.Equal(expected, result.Out.Trim());
    }

    [Fact]
    public async Task A_file_that_is_named_counts_though_the_environment_names_a_database()
    {
        using var folder = new TemporaryFolder();
        var machine = AmocrmCli.Machine with { Variable = _ => Uri };

        var result = await AmocrmCli.RunOnAsync(machine, ["settings", "path", "--settings", folder.File("a.json")]);

        Assert.Equal(folder.File("a.json"), result.Out.Trim());
    }
}
