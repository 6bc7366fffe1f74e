using AmoCrm.Emulator;
using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;

namespace AmoCrm.Sdk.Hosting.Tests.KeepAlive;

/// <summary>The keep-alive, the refresher, the protected store and an amoCRM, all together.</summary>
public sealed class IdleYearTests
{
    [Fact]
    public async Task A_year_without_traffic_ends_with_tokens_that_work_and_lie_protected()
    {
        var clock = new WaitingClock(Tokens.Now, AmoCrmKeepAlive.LongestWait);
        var others = new FollowingClock(clock);
        await using var crm = await AmoCrmEmulator.StartAsync(new AmoCrmEmulatorOptions { TimeProvider = others }, TestContext.Current.CancellationToken);
        var behind = new InMemorySettingsStore(others);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(others).AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddAmoCrm(options => options.EmulatorAddress = crm.BaseAddress).UseSettings(_ => behind).ProtectSecrets();
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IAmoCrmTokenStore>();
        await store.SaveAsync("default", SettingsOf(crm), TestContext.Current.CancellationToken);

        using var service = new AmoCrmKeepAlive(store, provider.GetRequiredService<IAmoCrmTokenRefresher>(), new AmoCrmKeepAliveOptions(), clock, new FakeLogger<AmoCrmKeepAlive>());
        await service.StartAsync(TestContext.Current.CancellationToken);
        await clock.PassAsync(TimeSpan.FromDays(365));
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.InRange(crm.TokenCalls.Count, 10, 14);
        var record = await store.ReadTokensAsync("default", TestContext.Current.CancellationToken);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, record.AuthorizationState);
        Assert.InRange(record.ReadAt - record.Notes.RefreshedAt!.Value, TimeSpan.Zero, TimeSpan.FromDays(32));
        Assert.StartsWith("protected:v1:", (await behind.ResolveAsync("default", TestContext.Current.CancellationToken)).RefreshToken!.Reveal(), StringComparison.Ordinal);
        var answer = await provider.GetRequiredService<IAmoCrmClient>().SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/account"), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccess);
    }

    private static AmoCrmSettings SettingsOf(AmoCrmEmulator crm) => new()
    {
        Subdomain = crm.Host,
        ClientId = crm.ClientId,
        ClientSecret = crm.ClientSecret,
        RedirectUri = crm.RedirectUri,
        AccessToken = crm.AccessToken,
        RefreshToken = crm.RefreshToken,
    };
}
