using AmoCrm.Cli.Tests.TestSupport;
using AmoCrm.Emulator;

namespace AmoCrm.Cli.Tests;

/// <summary>Whatever goes wrong: no command repeats a password, a token, a secret or a code.</summary>
public sealed class SecretsTests(LoginEmulator emulator) : IClassFixture<LoginEmulator>, IDisposable
{
    private const string Canary = "canary4c81";

    private static readonly string[] Commands =
    [
        "settings show", "settings set client_id=1", "settings list", "whoami", "whoami --json", "login --no-browser --code -", "logout --yes",
        "call amocrm_list_pipelines", "call amocrm_list_pipelines --dry-run", "step steps.json",
        "export contacts --out out.ndjson", "import contacts in.ndjson",
    ];

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("--mongodb", $"mongodb://user:{Canary}@127.0.0.1:1/crm")] // nobody listens there
    [InlineData("--mongodb", $"mongodb://user:{Canary}/tail@127.0.0.1/crm")]
    [InlineData("--mongodb", $"mongodb://user:1{Canary}?tail@127.0.0.1/crm")]
    [InlineData("--mongodb", $"mongodb://user:12/{Canary}@127.0.0.1/crm")] // a port and a database, one could think
    [InlineData("--mongodb", $"mongodb://user:1#{Canary}@127.0.0.1/crm")]
    [InlineData("--mongodb", $"mongodb://us%er:{Canary}@127.0.0.1/crm")]
    [InlineData("--mongodb", $"mongodb://user:{Canary}@127.0.0.1/crm?w={Canary}&nonsense={Canary}")]
    [InlineData("--mongodb", $"postgres://user:{Canary}@127.0.0.1/crm")]
    [InlineData("--mongodb", $"//user:{Canary}@127.0.0.1/crm")]
    [InlineData("--mongodb", Canary)]
    [InlineData("--mongdb", $"mongodb://user:{Canary}@127.0.0.1/crm")] // a slip
    [InlineData("--settings", $"mongodb://user:{Canary}@127.0.0.1/crm")]
    [InlineData("--emulator", $"mongodb://user:{Canary}@127.0.0.1/crm")]
    [InlineData("--agent", "x", $"--mongdb=mongodb://user:{Canary}@127.0.0.1/crm")]
    [InlineData("--client-secrt", Canary)]
    [InlineData($"--cod={Canary}")]
    public async Task What_is_typed_wrongly_is_not_repeated(params string[] args)
    {
        var results = await Task.WhenAll(Commands.Select(command => AmocrmCli.RunWithInputAsync(Canary, [.. Words(command), .. args])));

        Assert.All(results, Silent);
    }

    [Fact]
    public async Task A_connection_string_of_the_environment_is_not_repeated()
    {
        var machine = AmocrmCli.Machine with { Variable = name => name == "AMOCRM_MONGODB" ? $"mongodb://user:{Canary}@127.0.0.1:1/crm" : null };
        var broken = AmocrmCli.Machine with { Variable = name => name == "AMOCRM_MONGODB" ? $"mongodb//user:{Canary}@127.0.0.1:1/crm" : null };

        var results = await Task.WhenAll(
            from command in Commands
            from environment in new[] { machine, broken }
            select AmocrmCli.RunOnAsync(environment, Words(command), new StringReader(Canary)));

        Assert.All(results, Silent);
    }

    [Theory]
    [InlineData($$$$"""{"agent_id":"default","settings":{"amocrm_access_token":"{{{{Canary}}}}", broken""")]
    [InlineData($$$$"""{"agent_id":"default","settings":{"amocrm_subdomain":"a","amocrm_access_token":["{{{{Canary}}}}"]}}""")]
    [InlineData($$$$"""{"agent_id":"default","settings":"{{{{Canary}}}}"}""")]
    [InlineData($$$$"""{"agent_id":"default","base_url":"https://a.amocrm.ru","access_token":"{{{{Canary}}}}"}""")]
    [InlineData($$$$"""{"agent_id":"default","settings":{"amocrm_subdomain":"{{{{Canary}}}} x","amocrm_access_token":"{{{{Canary}}}}"}}""", true)]
    [InlineData($$$$"""{"agent_id":"default","settings":{"amocrm_subdomain":"a","amocrm_refresh_token":"{{{{Canary}}}}"},"amocrm_sdk":{"previous":"{{{{Canary}}}}"}}""")]
    [InlineData($$$$"""{"agent_id":"default","settings":{"amocrm_subdomain":"a"},"amocrm_sdk":{"lease":{"owner":"{{{{Canary}}}}","until":"{{{{Canary}}}}"}}}""")]
    [InlineData($$$$"""["{{{{Canary}}}}"]""")]
    public async Task A_settings_file_that_cannot_be_understood_is_not_repeated(string content, bool showsSubdomain = false)
    {
        var file = _folder.Write("settings.json", content);

        var results = await Task.WhenAll(
            Commands.Where(command => !(showsSubdomain && (command.StartsWith("settings show", StringComparison.Ordinal) || command.StartsWith("logout", StringComparison.Ordinal))))
                .Select(command => AmocrmCli.RunWithInputAsync("1", [.. Words(command), "--settings", file])));

        Assert.All(results, result => Assert.DoesNotContain(Canary, result.Out + result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_settings_file_that_cannot_be_read_is_said_to_be_one()
    {
        // A folder of that name: rights would not keep an administrator out.
        var folder = Directory.CreateDirectory(_folder.File($"folder")).FullName;

        var results = await Task.WhenAll(Commands.Select(command => AmocrmCli.RunWithInputAsync(Canary, [.. Words(command), "--settings", folder])));

        Assert.All(results, Silent);
        Assert.All(results, result => Assert.Contains(folder, result.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", EmulatorFaultKind.Status)] // none: it is refused for what it is
    [InlineData("*", EmulatorFaultKind.Status)]
    [InlineData("*", EmulatorFaultKind.HtmlForbidden)]
    [InlineData("*", EmulatorFaultKind.ConnectionReset)]
    [InlineData("/oauth2/*", EmulatorFaultKind.LostAnswer)]
    [InlineData("/oauth2/*", EmulatorFaultKind.MalformedJson)]
    public async Task Tokens_and_codes_that_are_refused_or_lost_are_not_repeated(string path, EmulatorFaultKind kind)
    {
        var expired = emulator.Crm.CreateAccessToken(EmulatorDemo.AdminId, TimeSpan.FromMinutes(-5));
        emulator.Crm.AddFault(new EmulatorFault { Path = path, Kind = kind, Count = int.MaxValue, Status = 418 });
        try
        {
            foreach (var command in Commands.Where(static command => !command.StartsWith("settings", StringComparison.Ordinal) && !command.StartsWith("logout", StringComparison.Ordinal)))
            {
                var file = _folder.Write("settings.json", Document(expired));

                var result = await AmocrmCli.RunWithInputAsync($"{Canary}\n", [.. Words(command), "--settings", file, "--emulator", emulator.Url]);

                Assert.DoesNotContain(expired, result.Out + result.Error, StringComparison.Ordinal);
                Assert.DoesNotContain(emulator.Crm.ClientSecret, result.Out + result.Error, StringComparison.Ordinal);
                Assert.DoesNotContain(Canary, result.Out + result.Error, StringComparison.Ordinal);
                Assert.True(command.EndsWith("--dry-run", StringComparison.Ordinal) || result.ExitCode != ExitCodes.Success, $"{command} succeeded");
            }
        }
        finally
        {
            emulator.Crm.ClearFaults();
        }
    }

    [Fact]
    public async Task A_dry_run_spends_no_refresh_token()
    {
        var expired = emulator.Crm.CreateAccessToken(EmulatorDemo.AdminId, TimeSpan.FromMinutes(-5));
        var file = _folder.Write("settings.json", Document(expired));

        var result = await AmocrmCli.RunAsync("call", "amocrm_create_lead", "name=Kitchen", "--dry-run", "--settings", file);

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.DoesNotContain("oauth2", result.Out, StringComparison.Ordinal);
        Assert.Equal(Document(expired), await File.ReadAllTextAsync(file));
    }

    public void Dispose() => _folder.Dispose();

    private static void Silent(CliResult result)
    {
        Assert.NotEqual(ExitCodes.Success, result.ExitCode);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain(Canary, result.Out + result.Error, StringComparison.Ordinal);
    }

    private string Document(string accessToken) =>
        $$$$"""
        {"agent_id":"default","settings":{"amocrm_subdomain":"{{{{emulator.Crm.Host}}}}","amocrm_client_id":"{{{{emulator.Crm.ClientId}}}}","amocrm_client_secret":"{{{{emulator.Crm.ClientSecret}}}}",
        "amocrm_redirect_uri":"{{{{emulator.Crm.RedirectUri}}}}","amocrm_access_token":"{{{{accessToken}}}}","amocrm_refresh_token":"{{{{Canary}}}}"}}
        """;

    private string[] Words(string command)
    {
        var steps = _folder.File("steps.json");
        if (!File.Exists(steps))
        {
            _folder.Write("steps.json", """[{"type": "amocrm_list_pipelines"}]""");
        }

        // Each time another one: several commands run at once.
        var input = _folder.Write($"{Guid.NewGuid():N}.ndjson", """{"name": "Anna"}""");
        return command
            .Replace("steps.json", steps, StringComparison.Ordinal)
            .Replace("out.ndjson", _folder.File($"{Guid.NewGuid():N}.ndjson"), StringComparison.Ordinal)
            .Replace("in.ndjson", input, StringComparison.Ordinal)
            .Split(' ');
    }
}
