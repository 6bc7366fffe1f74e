using AmoCrm.Sdk.MongoDB.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MongoDB.Bson;

namespace AmoCrm.Sdk.MongoDB.Tests.DependencyInjection;

[Collection(RealServerCollection.Name)]
public sealed class UseMongoDbTests(RealServer server)
{
    [Fact]
    public async Task Clients_of_all_agents_take_their_settings_from_the_database()
    {
        using var collection = new TestCollection(server);
        await collection.Documents.InsertManyAsync(
        [
            BsonDocument.Parse("""{ "agent_id": "a", "settings": { "amocrm_subdomain": "first", "amocrm_access_token": "token" } }"""),
            BsonDocument.Parse("""{ "agent_id": "b", "settings": { "amocrm_subdomain": "second", "amocrm_access_token": "token" } }"""),
        ]);
        using var network = new HostsSeen();
        var services = new ServiceCollection();
        services.AddAmoCrm(options => options.AgentId = "a")
            .UseMongoDb(RealServer.ConnectionString, server.Database, options => options.Collection = collection.Name)
            .ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        var request = new AmoCrmRequest(HttpMethod.Get, "/api/v4/account");
        await provider.GetRequiredService<IAmoCrmClient>().SendAsync(request);
        await provider.GetRequiredService<IAmoCrmClientFactory>().CreateClient("b").SendAsync(request);

        Assert.Equal(["first.amocrm.ru", "second.amocrm.ru"], network.Hosts);
        Assert.Same(provider.GetRequiredService<MongoDbSettingsStore>(), provider.GetRequiredService<IAmoCrmSettingsStore>());
        Assert.Same(provider.GetRequiredService<MongoDbSettingsStore>(), provider.GetRequiredService<IAmoCrmSettingsResolver>());
    }

    [Fact]
    public async Task Options_that_are_not_allowed_stop_the_host_at_its_start()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm().UseMongoDb("http://user:canary@localhost/", string.Empty);
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("ConnectionString", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Database", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_source_that_was_named_decides()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm()
            .UseSettings(_ => new StaticSettingsResolver(new AmoCrmSettings()))
            .UseMongoDb("mongodb://localhost:1", "first")
            .UseMongoDb("mongodb://localhost:2", "second");
        await using var provider = services.BuildServiceProvider();

        Assert.IsType<MongoDbSettingsStore>(Assert.Single(provider.GetServices<IAmoCrmSettingsResolver>()));
        Assert.Equal("second", provider.GetRequiredService<IOptions<MongoDbSettingsOptions>>().Value.Database);
    }

    private sealed class HostsSeen : HttpMessageHandler
    {
        public List<string> Hosts { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Hosts.Add(request.RequestUri!.Host);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}"), RequestMessage = request });
        }
    }
}
