using System.Threading.RateLimiting;
using AmoCrm.Sdk.Redis.Lanes;
using AmoCrm.Sdk.Redis.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;
using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Tests.DependencyInjection;

public sealed class UseRedisTests(RealServer server) : IClassFixture<RealServer>
{
    [Fact]
    public async Task All_clients_take_their_permits_from_Redis()
    {
        var prefix = $"tests:{Guid.NewGuid():N}:";
        using var network = new EmptyNetwork();
        var services = new ServiceCollection();
        services.AddAmoCrm()
            .UseRedis(server.ConnectionString, options => options.KeyPrefix = prefix)
            .UseSettings(_ => new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "demo", AccessToken = "token", ClientId = "one" }))
            .ConfigurePrimaryHttpMessageHandler(() => network);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAmoCrmClient>().SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"));

        var database = await server.DatabaseAsync();
        Assert.Equal(1, await database.SortedSetLengthAsync($"{prefix}{{demo.amocrm.ru}}:integration:one:places"));
        Assert.Same(provider.GetRequiredService<AmoCrmRedisRateLimiter>(), provider.GetRequiredService<IOptions<AmoCrmClientOptions>>().Value.RateLimiter);
    }

    [Fact]
    public async Task A_connection_of_the_application_is_used_and_left_open()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        var services = new ServiceCollection();
        services.AddSingleton<IConnectionMultiplexer>(connection);
        services.AddAmoCrm().UseRedis(provider => provider.GetRequiredService<IConnectionMultiplexer>(), options => options.KeyPrefix = $"tests:{Guid.NewGuid():N}:");
        await using (var provider = services.BuildServiceProvider())
        {
            using var permit = await provider.GetRequiredService<PartitionedRateLimiter<AmoCrmRateLimitKey>>().AcquireAsync(LimiterBench.Key(), 1);
            Assert.IsType<SharedPermit>(permit);
        }

        Assert.True(connection.IsConnected);
    }

    [Fact]
    public async Task Options_that_are_not_allowed_stop_the_host_at_its_start()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm().UseRedis("localhost:6379,password=canary", options => options.Timeout = TimeSpan.Zero);
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Timeout", Assert.Single(exception.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_stops_the_host_at_its_start()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm().UseRedis("localhost:6379,password=canary,canary=1");
        await using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<AmoCrmConfigurationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_one_that_was_named_decides()
    {
        var connection = Substitute.For<IConnectionMultiplexer>();
        var services = new ServiceCollection();
        services.AddAmoCrm().UseRedis("first:6379").UseRedis(_ => connection, options => options.RateLimit.Window = TimeSpan.FromMilliseconds(10));
        await using var provider = services.BuildServiceProvider();

        using var lease = await Assert.Single(provider.GetServices<PartitionedRateLimiter<AmoCrmRateLimitKey>>()).AcquireAsync(LimiterBench.Key(), 1);

        connection.Received().GetDatabase(Arg.Any<int>(), Arg.Any<object?>());

        // It answers nothing that the script would: no reason for a request to fail.
        Assert.IsType<LocalPermit>(lease);
    }

    private sealed class EmptyNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}"), RequestMessage = request });
    }
}
