using AmoCrm.Emulator;
using AmoCrm.Sdk.Tests.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrm.Sdk.Tests.Auth;

/// <summary>Whatever goes wrong on the way to a token or with one, over real connections and with every listener on: no secret is told.</summary>
public sealed class SecretsStayInsideTests
{
    private const string TokenRoute = "/oauth2/access_token";

    public static TheoryData<EmulatorFaultKind, int> TokenFaults => new()
    {
        { EmulatorFaultKind.Status, 400 }, { EmulatorFaultKind.Status, 401 }, { EmulatorFaultKind.Status, 402 }, { EmulatorFaultKind.Status, 403 },
        { EmulatorFaultKind.Status, 404 }, { EmulatorFaultKind.Status, 429 }, { EmulatorFaultKind.Status, 500 }, { EmulatorFaultKind.Status, 503 },
        { EmulatorFaultKind.HtmlForbidden, 0 }, { EmulatorFaultKind.ConnectionReset, 0 }, { EmulatorFaultKind.LostAnswer, 0 }, { EmulatorFaultKind.MalformedJson, 0 },
    };

    [Theory]
    [MemberData(nameof(TokenFaults))]
    public Task Of_a_refresh_that_fails(EmulatorFaultKind kind, int status) => FailAsync(
        (crm, settings) =>
        {
            crm.AddFault(new EmulatorFault { Path = TokenRoute, Kind = kind, Status = status, Count = 9, Body = kind == EmulatorFaultKind.Status ? Echo(settings) : null });
            return settings with { AccessToken = crm.CreateAccessToken(EmulatorDemo.AdminId, TimeSpan.FromHours(-1)) };
        });

    [Fact]
    public Task Of_a_refresh_token_that_is_dead() => FailAsync((crm, settings) =>
    {
        crm.RevokeTokens();
        return settings;
    });

    [Fact]
    public Task Of_a_client_secret_that_is_wrong() => FailAsync((_, settings) => settings with { AccessToken = null, ClientSecret = "wrong-client-secret-caged-canary" });

    [Theory]
    [InlineData("a token with spaces caged-canary")]
    [InlineData("caged-canary\r\nX-Evil: 1")]
    public Task Of_an_access_token_that_is_none(string token) => FailAsync((_, settings) => settings with { AccessToken = token });

    [Theory]
    [InlineData("https://user:caged-canary-password@evil.example/")]
    [InlineData("evil.example")]
    public Task Of_a_subdomain_that_is_none(string subdomain) => FailAsync((_, settings) => settings with { Subdomain = subdomain });

    [Theory]
    [InlineData(EmulatorFaultKind.Status, 500)]
    [InlineData(EmulatorFaultKind.Status, 400)]
    [InlineData(EmulatorFaultKind.HtmlForbidden, 0)]
    [InlineData(EmulatorFaultKind.ConnectionReset, 0)]
    public Task Of_a_call_that_fails(EmulatorFaultKind kind, int status) => FailAsync((crm, settings) =>
    {
        crm.AddFault(new EmulatorFault { Path = "/api/*", Kind = kind, Status = status, Count = 9, Body = kind == EmulatorFaultKind.Status ? Echo(settings) : null });
        return settings;
    });

    [Theory]
    [InlineData("error=access_denied&state={state}")]
    [InlineData("code=code-caged-canary&referer=evil.example&state={state}")]
    [InlineData("code=code-caged-canary&referer=demo.amocrm.ru&state=wrong-state-caged-canary")]
    [InlineData("code=code-caged-canary&code=code-caged-canary&referer=demo.amocrm.ru&state={state}")]
    [InlineData("code=code-caged-canary&referer=demo.amocrm.ru&state={state}")]
    public async Task Of_an_authorisation_that_fails(string query)
    {
        using var watch = new CanaryWatch();
        await using var crm = await AmoCrmEmulator.StartAsync();
        var store = await StoreAsync(crm, settings => settings);
        await using var services = Services(crm, store, watch);
        var authorizer = services.GetRequiredService<IAmoCrmAuthorizer>();
        var consent = await authorizer.CreateConsentUriAsync("default");
        var state = System.Web.HttpUtility.ParseQueryString(consent.Query)["state"]!;

        watch.See(await Assert.ThrowsAnyAsync<AmoCrmException>(() =>
            authorizer.CompleteAsync(new Uri($"{crm.RedirectUri}?{query.Replace("{state}", state, StringComparison.Ordinal)}"))));

        watch.AssertNone(["code-caged-canary", "state-caged-canary", state, crm.ClientSecret, crm.RefreshToken, crm.AccessToken]);
    }

    [Fact]
    public async Task Of_a_refresh_that_works()
    {
        using var watch = new CanaryWatch();
        await using var crm = await AmoCrmEmulator.StartAsync();
        var store = await StoreAsync(crm, settings => settings with { AccessToken = null });
        await using var services = Services(crm, store, watch);

        await services.GetRequiredService<IAmoCrmClient>().Account.GetAsync();

        var now = await store.ResolveAsync("default", default);
        Assert.NotEqual(crm.RefreshToken, now.RefreshToken!.Reveal());
        watch.AssertNone([.. SecretsOf(now), crm.RefreshToken]);
        Assert.Contains(watch.Logs.GetSnapshot(), log => log.Message.Contains("refreshed", StringComparison.Ordinal));
    }

    private static async Task FailAsync(Func<AmoCrmEmulator, AmoCrmSettings, AmoCrmSettings> prepare)
    {
        using var watch = new CanaryWatch();
        await using var crm = await AmoCrmEmulator.StartAsync();
        var store = await StoreAsync(crm, settings => prepare(crm, settings));
        await using var services = Services(crm, store, watch);
        var client = services.GetRequiredService<IAmoCrmClient>();

        // Twice, since the second time goes other ways: what was noted about the first is read.
        for (var i = 0; i < 2; i++)
        {
            watch.See(await Assert.ThrowsAnyAsync<AmoCrmException>(() => client.Account.GetAsync()));
        }

        // The watch hears the tests beside this one too, so the word is one that only these use.
        var now = await store.ResolveAsync("default", default);
        watch.AssertNone([.. SecretsOf(now), crm.ClientSecret, crm.RefreshToken, crm.AccessToken, "caged-canary"]);
    }

    private static async Task<InMemorySettingsStore> StoreAsync(AmoCrmEmulator crm, Func<AmoCrmSettings, AmoCrmSettings> prepare)
    {
        var store = new InMemorySettingsStore();
        await store.SaveAsync("default", prepare(new AmoCrmSettings
        {
            Subdomain = crm.Host,
            ClientId = crm.ClientId,
            ClientSecret = crm.ClientSecret,
            RedirectUri = crm.RedirectUri,
            AccessToken = crm.AccessToken,
            RefreshToken = crm.RefreshToken,
        }));
        return store;
    }

    private static ServiceProvider Services(AmoCrmEmulator crm, InMemorySettingsStore store, CanaryWatch watch)
    {
        var services = new ServiceCollection();
        services.AddSingleton(watch.Loggers);
        services.AddAmoCrm(options =>
        {
            options.OneAttempt().EmulatorAddress = crm.BaseAddress;

            // What rests after a lost answer rests for about as long as a lease.
            options.TokenRefresh.LeaseDuration = TimeSpan.FromSeconds(3);
        }).UseSettings(_ => store);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<string> SecretsOf(AmoCrmSettings settings) =>
        new[] { settings.ClientSecret, settings.AccessToken, settings.RefreshToken }.OfType<AmoCrmSecret>().Select(secret => secret.Reveal().Trim());

    // A server that quotes what it was sent.
    private static string Echo(AmoCrmSettings settings) =>
        $$"""{"title":"Bad Request","status":400,"hint":"{{settings.RefreshToken!.Reveal()}}","detail":"{{settings.ClientSecret!.Reveal()}} {{settings.AccessToken!.Reveal()}}"}""";
}
