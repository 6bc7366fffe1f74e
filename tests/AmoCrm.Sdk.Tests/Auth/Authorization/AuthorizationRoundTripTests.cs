using AmoCrm.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace AmoCrm.Sdk.Tests.Auth.Authorization;

/// <summary>From the integration's keys to a first call, with the emulator in the place of amoCRM and of the person.</summary>
public sealed class AuthorizationRoundTripTests
{
    private static readonly AmoCrmRequest AccountRequest = new(HttpMethod.Get, "/api/v4/account");

    [Fact]
    public async Task A_person_who_agrees_leads_to_a_first_call()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        var options = OptionsFor(crm, await KeysInStoreAsync(crm));
        await using var authorizer = new AmoCrmAuthorizer(options);

        var page = await authorizer.CreateConsentUriAsync("shop");
        var result = await authorizer.CompleteAsync(await AgreeAsync(page));

        Assert.Equal(("shop", crm.Host), (result.AgentId, result.Host.Value));
        Assert.InRange(result.ExpiresAt!.Value, crm.Now + TimeSpan.FromHours(23), crm.Now + TimeSpan.FromHours(25));
        await using var client = new AmoCrmClient(options);
        Assert.True((await client.SendAsync(AccountRequest)).IsSuccess);
        Assert.Equal("authorization_code", Assert.Single(crm.TokenCalls).GrantType);
    }

    [Fact]
    public async Task The_same_from_services()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        var services = new ServiceCollection().AddSingleton<IAmoCrmSettingsResolver>(await KeysInStoreAsync(crm));
        services.AddAmoCrm(options =>
        {
            options.EmulatorAddress = crm.BaseAddress;
            options.AgentId = "shop";
        });
        await using var provider = services.BuildServiceProvider();
        var authorizer = provider.GetRequiredService<IAmoCrmAuthorizer>();

        await authorizer.CompleteAsync(await AgreeAsync(await authorizer.CreateConsentUriAsync("shop", AmoCrmConsentMode.Popup)));

        Assert.True((await provider.GetRequiredService<IAmoCrmClient>().SendAsync(AccountRequest)).IsSuccess);
    }

    [Fact]
    public async Task A_person_who_refuses_costs_nothing()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        crm.Behaviour.ConsentRefused = true;
        var store = await KeysInStoreAsync(crm);
        await using var authorizer = new AmoCrmAuthorizer(OptionsFor(crm, store));

        var redirect = await AgreeAsync(await authorizer.CreateConsentUriAsync("shop"));
        var exception = await Assert.ThrowsAsync<AmoCrmAuthorizationException>(() => authorizer.CompleteAsync(redirect));

        Assert.Equal(AmoCrmAuthorizationFailure.Denied, exception.Reason);
        Assert.Equal("authorization_failed", exception.ErrorCode);
        Assert.Empty(crm.TokenCalls);
    }

    [Fact]
    public async Task An_answer_that_comes_twice_works_once()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        var store = await KeysInStoreAsync(crm);
        await using var authorizer = new AmoCrmAuthorizer(OptionsFor(crm, store));
        var redirect = await AgreeAsync(await authorizer.CreateConsentUriAsync("shop"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await authorizer.CompleteAsync(redirect);
                return (AmoCrmAuthorizationFailure?)null;
            }
            catch (AmoCrmAuthorizationException exception)
            {
                return exception.Reason;
            }
        }));

        Assert.Equal(3, outcomes.Count(outcome => outcome == AmoCrmAuthorizationFailure.StateUnknown));
        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(crm.TokenCalls);
    }

    [Fact]
    public async Task A_code_from_the_integrations_dialog_works_once()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        var options = OptionsFor(crm, await KeysInStoreAsync(crm));
        await using var authorizer = new AmoCrmAuthorizer(options);

        var result = await authorizer.ExchangeCodeAsync("shop", $" {crm.AuthorizationCode}\n", "demo");
        var second = await Assert.ThrowsAsync<AmoCrmAuthorizationException>(() => authorizer.ExchangeCodeAsync("shop", crm.AuthorizationCode));

        Assert.Equal(crm.Host, result.Host.Value);
        Assert.Equal((AmoCrmAuthorizationFailure.CodeRefused, 400), (second.Reason, second.StatusCode));
        await using var client = new AmoCrmClient(options);
        Assert.True((await client.SendAsync(AccountRequest)).IsSuccess);
    }

    [Fact]
    public async Task An_account_of_another_domain_is_where_the_agent_is_afterwards()
    {
        var own = new AmoCrmEmulatorOptions { Accounts = { new EmulatorAccountOptions { Host = "verba.kommo.com" } } };
        await using var crm = await AmoCrmEmulator.StartAsync(own);
        var store = await KeysInStoreAsync(crm, "elsewhere");
        await using var authorizer = new AmoCrmAuthorizer(OptionsFor(crm, store));

        var result = await authorizer.CompleteAsync(await AgreeAsync(await authorizer.CreateConsentUriAsync("shop")));

        var settings = await store.ResolveAsync("shop", default);
        Assert.Equal("verba.kommo.com", result.Host.Value);
        Assert.Equal(("verba", "kommo.com"), (settings.Subdomain, settings.Domain));
    }

    [Fact]
    public async Task Wrong_keys_are_named()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        var store = await KeysInStoreAsync(crm);
        await store.SaveAsync("shop", await store.ResolveAsync("shop", default) with { RedirectUri = crm.RedirectUri + "/" });
        await using var authorizer = new AmoCrmAuthorizer(OptionsFor(crm, store));

        var redirect = await AgreeAsync(await authorizer.CreateConsentUriAsync("shop"));
        var exception = await Assert.ThrowsAsync<AmoCrmAuthorizationException>(() => authorizer.CompleteAsync(redirect));

        Assert.Equal(AmoCrmAuthorizationFailure.IntegrationRefused, exception.Reason);
        Assert.All(["'shop'", "amocrm_client_id", "amocrm_client_secret", "amocrm_redirect_uri"], part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    private static async Task<InMemorySettingsStore> KeysInStoreAsync(AmoCrmEmulator crm, string? subdomain = null)
    {
        var store = new InMemorySettingsStore();
        await store.SaveAsync("shop", new AmoCrmSettings { Subdomain = subdomain, ClientId = crm.ClientId, ClientSecret = crm.ClientSecret, RedirectUri = crm.RedirectUri });
        return store;
    }

    private static AmoCrmClientOptions OptionsFor(AmoCrmEmulator crm, IAmoCrmTokenStore store) =>
        new() { ApplicationName = "Tests", AgentId = "shop", SettingsResolver = store, EmulatorAddress = crm.BaseAddress };

    private static async Task<Uri> AgreeAsync(Uri page)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(page);
        return answer.Headers.Location!;
    }
}
