using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>What every store of settings does, whatever it keeps them in. Each store's tests derive from it.</summary>
public abstract class SettingsStoreContract
{
    private const string Legacy = """
        { "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_client_id": "id", "amocrm_client_secret": "secret-canary",
          "amocrm_redirect_uri": "https://example.com/cb", "amocrm_access_token": "access-canary", "amocrm_refresh_token": "refresh-canary" } }
        """;

    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account");

    [Fact]
    public async Task The_legacy_document_is_read()
    {
        var store = await GivenAsync(Legacy);

        Assert.Equal(
            new AmoCrmSettings
            {
                Subdomain = "mycompany",
                ClientId = "id",
                ClientSecret = "secret-canary",
                RedirectUri = "https://example.com/cb",
                AccessToken = "access-canary",
                RefreshToken = "refresh-canary",
            },
            await store.ResolveAsync("sales", default));
    }

    [Fact]
    public async Task Members_that_are_not_known_are_passed_over_and_the_domain_is_read()
    {
        var store = await GivenAsync("""{ "agent_id": "sales", "other": [1], "settings": { "amocrm_subdomain": "mycompany", "amocrm_domain": "kommo.com", "llm_key": 17 }, "amocrm_sdk": { "state": "ok" } }""");
        Assert.Equal(new AmoCrmSettings { Subdomain = "mycompany", Domain = "kommo.com" }, await store.ResolveAsync("sales", default));
    }

    [Fact]
    public async Task Empty_and_null_values_count_as_absent()
    {
        var store = await GivenAsync("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_refresh_token": " ", "amocrm_client_id": null } }""");
        Assert.Equal(new AmoCrmSettings { Subdomain = "mycompany" }, await store.ResolveAsync("sales", default));
    }

    [Fact]
    public async Task What_is_written_is_read_again_and_the_rest_of_the_document_survives()
    {
        var store = await GivenAsync("""
            { "agent_id": "sales", "note": "Привет", "settings": { "amocrm_subdomain": "old", "llm_key": "theirs", "amocrm_refresh_token": "gone" },
              "amocrm_sdk": { "lease": { "owner": "somebody" } } }
            """);

        await store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "new", AccessToken = "$token.with{signs}" });

        Assert.Equal(new AmoCrmSettings { Subdomain = "new", AccessToken = "$token.with{signs}" }, await store.ResolveAsync("sales", default));
        var document = await DocumentAsync("sales");
        Assert.Equal("Привет", (string?)document["note"]);
        Assert.Equal("somebody", (string?)document["amocrm_sdk"]!["lease"]!["owner"]);
        Assert.Equal("theirs", (string?)document["settings"]!["llm_key"]);
        Assert.False(document["settings"]!.AsObject().ContainsKey("amocrm_refresh_token"));
    }

    [Fact]
    public async Task A_new_agent_is_added_and_others_stay_as_they_are()
    {
        var store = await GivenAsync(Legacy);
        var before = (await DocumentAsync("sales")).ToJsonString();

        await store.SaveAsync("support", new AmoCrmSettings { Subdomain = "second" });

        Assert.Equal("second", (await store.ResolveAsync("support", default)).Subdomain);
        Assert.Equal(before, (await DocumentAsync("sales")).ToJsonString());
    }

    [Fact]
    public async Task Agents_written_at_the_same_time_are_all_there()
    {
        var store = await GivenAsync(Legacy);
        string[] agents = [.. Enumerable.Range(0, 12).Select(number => $"agent-{number}")];

        await Task.WhenAll(agents.Concat(agents).Select(agent => store.SaveAsync(agent, new AmoCrmSettings { Subdomain = agent })));

        foreach (var agent in agents)
        {
            Assert.Equal(agent, (await store.ResolveAsync(agent, default)).Subdomain);
        }
    }

    [Fact]
    public async Task A_call_uses_what_somebody_changed_since_the_call_before()
    {
        var store = await GivenAsync(Legacy);
        using var network = new Network();
        await using var client = Client(store, network);

        await client.SendAsync(Request);
        await ReplaceAsync("sales", """{ "agent_id": "sales", "settings": { "amocrm_subdomain": "renamed", "amocrm_access_token": "another" } }""");
        await client.SendAsync(Request);

        Assert.Equal(["mycompany.amocrm.ru Bearer access-canary", "renamed.amocrm.ru Bearer another"], network.Sent);
    }

    [Fact]
    public async Task An_agent_that_is_not_there_is_named_and_gets_nobody_elses_settings()
    {
        var exception = await RefusalAsync(Legacy, agent: "support");
        Assert.Contains("'support'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amocrm_subdomain", "17")]
    [InlineData("amocrm_domain", "true")]
    [InlineData("amocrm_client_id", "1.5")]
    [InlineData("amocrm_client_secret", "[\"canary\"]")]
    [InlineData("amocrm_redirect_uri", "{ \"uri\": \"canary\" }")]
    [InlineData("amocrm_access_token", "[\"canary\"]")]
    [InlineData("amocrm_refresh_token", "{ \"token\": \"canary\" }")]
    public async Task A_value_of_the_wrong_type_is_named(string key, string value)
    {
        var exception = await RefusalAsync($$"""{ "agent_id": "sales", "settings": { "{{key}}": {{value}} } }""");
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "agent_id": "sales" }""")]
    [InlineData("""{ "agent_id": "sales", "settings": null }""")]
    [InlineData("""{ "agent_id": "sales", "settings": "canary" }""")]
    [InlineData("""{ "agent_id": "sales", "settings": [ { "amocrm_subdomain": "canary" } ] }""")]
    public async Task Settings_that_are_no_object_are_named(string document)
    {
        var exception = await RefusalAsync(document);
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no object 'settings'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "agent_id": "sales", "base_url": "https://x.amocrm.ru", "access_token": "canary" }""")]
    [InlineData("""{ "agent_id": "sales", "settings": { "base_url": "https://x.amocrm.ru", "access_token": "canary" } }""")]
    public async Task The_older_shape_is_known_and_the_way_out_is_told(string document)
    {
        var exception = await RefusalAsync(document);
        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("older shape", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm_subdomain", exception.Message, StringComparison.Ordinal);
        Assert.Contains("amocrm_access_token", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "agent_id": "sales", "settings": { "amocrm_access_token": "canary" } }""", "amocrm_subdomain")]
    [InlineData("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "https://canary/", "amocrm_access_token": "canary" } }""", "amocrm_subdomain")]
    [InlineData("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_client_secret": "canary" } }""", "amocrm_access_token")]
    [InlineData("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_refresh_token": "canary" } }""", "amocrm_client_id")]
    public async Task A_call_that_lacks_a_setting_names_it_and_sends_nothing(string document, string key)
    {
        var store = await GivenAsync(document);
        using var network = new Network();
        await using var client = Client(store, network);

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => client.SendAsync(Request));

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(key, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task Agents_with_a_setting_of_amoCRM_are_listed()
    {
        var store = await GivenAsync(
            Legacy,
            """{ "agent_id": "half", "settings": { "amocrm_client_id": "id" } }""",
            """{ "agent_id": "wrong", "settings": { "amocrm_subdomain": 17 } }""",
            """{ "agent_id": "empty", "settings": { "amocrm_subdomain": "", "amocrm_access_token": null } }""",
            """{ "agent_id": "other", "settings": { "llm_key": "x" } }""",
            """{ "agent_id": "bare" }""");

        Assert.Equal(["half", "sales", "wrong"], await store.ListAgentsAsync().OrderBy(agent => agent, StringComparer.Ordinal).ToListAsync());
    }

    [Fact]
    public async Task A_call_that_was_cancelled_reads_and_writes_nothing()
    {
        var store = await GivenAsync(Legacy);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.ResolveAsync("sales", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "other" }, cancelled));
        Assert.Equal("mycompany", (await store.ResolveAsync("sales", default)).Subdomain);
    }

    /// <summary>A store that holds these documents, written by somebody else.</summary>
    protected abstract Task<IAmoCrmSettingsStore> GivenAsync(params string[] documents);

    /// <summary>The whole document of an agent as it is now, read by somebody else.</summary>
    protected abstract Task<JsonObject> DocumentAsync(string agentId);

    /// <summary>Somebody else puts another document in the place of an agent's.</summary>
    protected abstract Task ReplaceAsync(string agentId, string document);

    private static AmoCrmClient Client(IAmoCrmSettingsStore store, Network network) =>
        new(new AmoCrmClientOptions { AgentId = "sales", SettingsResolver = store, HttpMessageHandler = network });

    private async Task<AmoCrmConfigurationException> RefusalAsync(string document, string agent = "sales")
    {
        var store = await GivenAsync(document);
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync(agent, default));
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        return exception;
    }

    /// <summary>Notes host and token of what is sent.</summary>
    private sealed class Network : HttpMessageHandler
    {
        public List<string> Sent { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add($"{request.RequestUri!.Host} {request.Headers.Authorization}");
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}"), RequestMessage = request });
        }
    }
}
