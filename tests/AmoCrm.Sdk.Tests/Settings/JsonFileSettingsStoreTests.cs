using System.Text.Json;

namespace AmoCrm.Sdk.Tests.Settings;

public sealed class JsonFileSettingsStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amocrm-settings-").FullName;

    private string FilePath => Path.Combine(_folder, "amocrm", "settings.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_legacy_document_is_read()
    {
        using var store = Given("""
            { "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_client_id": "id", "amocrm_client_secret": "secret",
              "amocrm_redirect_uri": "https://example.com/cb", "amocrm_access_token": "access", "amocrm_refresh_token": "refresh" } }
            """);

        var settings = await store.ResolveAsync("sales", default);

        Assert.Equal(
            new AmoCrmSettings { Subdomain = "mycompany", ClientId = "id", ClientSecret = "secret", RedirectUri = "https://example.com/cb", AccessToken = "access", RefreshToken = "refresh" },
            settings);
    }

    [Fact]
    public async Task A_document_without_an_agent_is_the_default_agents()
    {
        using var store = Given("""{ "settings": { "amocrm_subdomain": "mycompany" } }""");
        Assert.Equal("mycompany", (await store.ResolveAsync("default", default)).Subdomain);
    }

    [Fact]
    public async Task Each_agent_of_an_array_has_its_own_settings()
    {
        using var store = Given("""
            [ { "agent_id": "a", "settings": { "amocrm_subdomain": "first" } }, { "agent_id": "b", "settings": { "amocrm_subdomain": "second" } } ]
            """);
        Assert.Equal("second", (await store.ResolveAsync("b", default)).Subdomain);
    }

    [Fact]
    public async Task What_is_written_is_read_again_and_the_rest_of_the_document_survives()
    {
        using var store = Given("""{ "agent_id": "default", "note": "Привет", "settings": { "amocrm_subdomain": "old", "other": 1, "amocrm_refresh_token": "gone" }, "amocrm_sdk": { "state": "ok" } }""");

        await store.SaveAsync("default", new AmoCrmSettings { Subdomain = "new", AccessToken = "token" });

        Assert.Equal(new AmoCrmSettings { Subdomain = "new", AccessToken = "token" }, await store.ResolveAsync("default", default));
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(FilePath));
        Assert.Equal("Привет", document.RootElement.GetProperty("note").GetString());
        Assert.Equal("ok", document.RootElement.GetProperty("amocrm_sdk").GetProperty("state").GetString());
        Assert.Equal(1, document.RootElement.GetProperty("settings").GetProperty("other").GetInt32());
        Assert.False(document.RootElement.GetProperty("settings").TryGetProperty("amocrm_refresh_token", out _));
    }

    [Fact]
    public async Task A_second_agent_is_added_beside_the_first()
    {
        using var store = new JsonFileSettingsStore(FilePath);
        await store.SaveAsync("a", new AmoCrmSettings { Subdomain = "first" });
        await store.SaveAsync("b", new AmoCrmSettings { Subdomain = "second" });
        await store.SaveAsync("c", new AmoCrmSettings { Subdomain = "third" });

        Assert.Equal("first", (await store.ResolveAsync("a", default)).Subdomain);
        Assert.Equal("second", (await store.ResolveAsync("b", default)).Subdomain);
        Assert.Equal("third", (await store.ResolveAsync("c", default)).Subdomain);
    }

    [Fact]
    public async Task The_agents_of_the_file_are_listed_and_no_file_has_none()
    {
        using var store = new JsonFileSettingsStore(FilePath);

        Assert.Empty(await store.ListAgentsAsync().ToListAsync());
        await store.SaveAsync("default", new AmoCrmSettings { Subdomain = "first" });
        await store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "second" });
        Assert.Equal(["default", "sales"], await store.ListAgentsAsync().ToListAsync());
    }

    [Fact]
    public async Task The_file_and_its_lock_belong_to_their_user_only_and_nothing_else_is_left_beside_them()
    {
        using var store = new JsonFileSettingsStore(FilePath);
        await store.SaveAsync("default", new AmoCrmSettings { Subdomain = "mycompany" });

        string[] files = [FilePath, FilePath + ".lock"];
        Assert.Equal(files, Directory.GetFiles(Path.GetDirectoryName(FilePath)!).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath + ".lock"));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(FilePath)!));
        }
    }

    [Fact]
    public async Task What_a_process_that_was_killed_left_behind_does_not_stand_in_the_way()
    {
        using var store = Given("""{ "settings": { "amocrm_subdomain": "before" } }""");
        var left = Path.Combine(Path.GetDirectoryName(FilePath)!, ".settings.json.new");
        await File.WriteAllTextAsync(left, "{ \"settings\": { \"amocrm_access_token\": \"hal");

        await store.SaveAsync("default", new AmoCrmSettings { Subdomain = "after" });

        Assert.Equal("after", (await store.ResolveAsync("default", default)).Subdomain);
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task A_link_stays_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege on Windows.");
        var target = Path.Combine(_folder, "elsewhere", "target.json");
        var link = Path.Combine(_folder, "link.json");
        File.CreateSymbolicLink(link, target);
        using var store = new JsonFileSettingsStore(link);
        await store.SaveAsync("default", new AmoCrmSettings { Subdomain = "mycompany" });
        Assert.Equal(target, new FileInfo(link).LinkTarget);
        Assert.True(File.Exists(target));
        Assert.Equal("mycompany", (await store.ResolveAsync("default", default)).Subdomain);
    }

    [Fact]
    public async Task A_value_changed_in_the_file_is_read_at_once()
    {
        using var store = Given("""{ "settings": { "amocrm_subdomain": "before" } }""");
        Assert.Equal("before", (await store.ResolveAsync("default", default)).Subdomain);
        await File.WriteAllTextAsync(FilePath, """{ "settings": { "amocrm_subdomain": "after" } }""");
        Assert.Equal("after", (await store.ResolveAsync("default", default)).Subdomain);
    }

    [Fact]
    public async Task Readers_never_see_half_a_file()
    {
        using var store = new JsonFileSettingsStore(FilePath);
        await store.SaveAsync("default", new AmoCrmSettings { Subdomain = "mycompany", AccessToken = new string('a', 20_000) });
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await store.SaveAsync("default", new AmoCrmSettings { Subdomain = "mycompany", AccessToken = new string((char)('a' + (i % 26)), 20_000) });
            }
        });
        while (!writing.IsCompleted)
        {
            var token = (await store.ResolveAsync("default", default)).AccessToken!.Reveal();
            Assert.Equal(20_000, token.Length);
            Assert.Single(token.Distinct());
        }

        await writing;
    }

    [Theory]
    [InlineData(null, "no settings file")]
    [InlineData("", "is not JSON")]
    [InlineData("{ \"settings\": { \"amocrm_access_token\": \"token-canary\" ", "is not JSON")]
    [InlineData("null", "holds null")]
    [InlineData("17", "neither an object")]
    [InlineData("{ \"agent_id\": \"other\", \"settings\": {} }", "'other'")]
    [InlineData("{ \"agent_id\": \"default\" }", "'settings'")]
    [InlineData("{ \"settings\": { \"amocrm_subdomain\": 17 } }", "'amocrm_subdomain'")]
    [InlineData("{ \"settings\": { \"amocrm_access_token\": [\"token-canary\"] } }", "'amocrm_access_token'")]
    [InlineData("{ \"settings\": { \"amocrm_access_token\": \"token-canary\", \"amocrm_access_token\": \"token-canary\" } }", "twice")]
    [InlineData("{ \"settings\": {}, \"other\": [ { \"x\": \"canary\", \"x\": \"canary\" } ] }", "twice")]
    [InlineData("{ \"settings\": { \"amocrm_access_token\": \"canary\\ud800\" } }", "Unicode")]
    [InlineData("{ \"settings\": {}, \"other\": [ \"canary\\udc00\" ] }", "Unicode")]
    [InlineData("{ \"base_url\": \"https://x.amocrm.ru\", \"access_token\": \"token-canary\" }", "settings.amocrm_subdomain = the host of base_url")]
    [InlineData("{ \"settings\": { \"base_url\": \"https://x.amocrm.ru\", \"access_token\": \"token-canary\" } }", "settings.amocrm_access_token = access_token")]
    [InlineData("[ { \"agent_id\": \"default\", \"settings\": {} }, { \"agent_id\": \"default\", \"settings\": {} } ]", "twice")]
    public async Task A_file_that_is_wrong_is_explained_without_its_secrets(string? content, string expected)
    {
        using var store = content is null ? new JsonFileSettingsStore(FilePath) : Given(content);
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync("default", default));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Contains(FilePath, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_file_is_the_users_own()
    {
        Assert.EndsWith(Path.Combine("amocrm", "settings.json"), JsonFileSettingsStore.DefaultPath, StringComparison.Ordinal);
        Assert.True(Path.IsPathRooted(JsonFileSettingsStore.DefaultPath));
    }

    private JsonFileSettingsStore Given(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, content);
        return new JsonFileSettingsStore(FilePath);
    }
}
