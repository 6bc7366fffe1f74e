using System.Net.Sockets;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrm.Sdk.Tests.DependencyInjection;

/// <summary>What the HTTP client of the services may end in: a redirect would carry tokens and secrets to another host.</summary>
public sealed class PrimaryHandlerTests
{
    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account");

    private int _connections;

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task One_that_follows_redirects_or_keeps_cookies_sends_nothing(bool redirects, bool cookies)
    {
        await using var provider = Services(redirects, cookies);

        for (var call = 0; call < 2; call++)
        {
            var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => provider.GetRequiredService<IAmoCrmClient>().SendAsync(Request));
            Assert.Contains("AllowAutoRedirect", exception.Message, StringComparison.Ordinal);
            Assert.Contains("ConfigurePrimaryHttpMessageHandler", exception.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => provider.GetRequiredService<IAmoCrmAuthorizer>().ExchangeCodeAsync("default", "code"));
        Assert.Equal(0, _connections);
    }

    [Fact]
    public async Task The_handlers_defaults_are_such_a_case()
    {
        var services = new ServiceCollection();
        services.AddAmoCrm().UseSettings(_ => Store()).ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => provider.GetRequiredService<IAmoCrmClient>().SendAsync(Request));
    }

    [Fact]
    public async Task A_refresh_token_is_not_spent_by_it()
    {
        await using var provider = Services(redirects: true, cookies: false);
        var store = (IAmoCrmTokenStore)provider.GetRequiredService<IAmoCrmSettingsResolver>();

        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => provider.GetRequiredService<IAmoCrmTokenRefresher>().RefreshAsync("default", TimeSpan.Zero));

        var record = await store.ReadTokensAsync("default");
        Assert.Equal("refresh", record.Settings.RefreshToken);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, record.AuthorizationState);
        Assert.Equal(0, _connections);
    }

    [Fact]
    public async Task One_that_does_neither_is_used()
    {
        await using var provider = Services(redirects: false, cookies: false);

        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => provider.GetRequiredService<IAmoCrmClient>().SendAsync(Request));

        Assert.Equal(1, _connections);
    }

    private ServiceProvider Services(bool redirects, bool cookies)
    {
        var services = new ServiceCollection();
        services.AddAmoCrm(static options => options.OneAttempt())
            .UseSettings(_ => Store())
            .AddHttpMessageHandler(() => new Passing())
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = redirects,
                UseCookies = cookies,
                ConnectCallback = (_, _) =>
                {
                    Interlocked.Increment(ref _connections);
                    throw new SocketException((int)SocketError.ConnectionRefused);
                },
            });
        return services.BuildServiceProvider();
    }

    private static InMemorySettingsStore Store()
    {
        var store = new InMemorySettingsStore();
        store.SaveAsync("default", new AmoCrmSettings
        {
            Subdomain = "mycompany",
            ClientId = "id",
            ClientSecret = "secret",
            RedirectUri = "https://example.com/cb",
            AccessToken = "access",
            RefreshToken = "refresh",
        }).GetAwaiter().GetResult();
        return store;
    }

    private sealed class Passing : DelegatingHandler;
}
