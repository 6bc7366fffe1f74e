using System.Net;
using System.Net.Sockets;
using AmoCrm.Emulator;

namespace AmoCrm.Sdk.Tests.Transport;

/// <summary>Real sockets: what the stub of the network claims about failures has to be true of them.</summary>
public sealed class RealConnectionTests
{
    private static readonly AmoCrmRequest ReadAccount = new(HttpMethod.Get, "/api/v4/account") { Handler = "amocrm_get_account" };

    private static readonly AmoCrmRequest CreateCompany = new(HttpMethod.Post, "/api/v4/companies")
    {
        Handler = "amocrm_create_company",
        Body = """[{"name":"ООО «Тест»"}]"""u8.ToArray(),
    };

    [Fact]
    public async Task The_emulator_is_reached_under_the_accounts_name()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        await using var amo = Client(crm.BaseAddress, crm.Host, crm.AccessToken);
        var account = (await amo.SendAsync(ReadAccount)).EnsureSuccess().Json();
        Assert.Equal(crm.AccountId, account.GetProperty("id").GetInt64());
        Assert.Equal(crm.Host, Assert.Single(crm.Requests).Host);
    }

    [Theory]
    [InlineData(EmulatorFaultKind.LostAnswer)]
    [InlineData(EmulatorFaultKind.ConnectionReset)]
    public async Task A_create_whose_connection_broke_may_have_happened(EmulatorFaultKind kind)
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        await using var amo = Client(crm.BaseAddress, crm.Host, crm.AccessToken);
        crm.AddFault(new EmulatorFault { Method = "POST", Path = "/api/v4/companies*", Kind = kind });
        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => amo.SendAsync(CreateCompany));
        Assert.Single(crm.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_blocked_account_answers_with_a_page()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        await using var amo = Client(crm.BaseAddress, crm.Host, crm.AccessToken);
        crm.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.HtmlForbidden });
        var response = await amo.SendAsync(ReadAccount);
        Assert.Throws<AmoCrmBlockedException>(response.EnsureSuccess);
    }

    [Fact]
    public async Task A_create_nobody_listens_to_did_not_happen()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();
        await using var amo = Client(address, "demo.amocrm.ru", "token");
        await Assert.ThrowsAsync<AmoCrmNetworkException>(() => amo.SendAsync(CreateCompany));
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        await using var amo = Client(crm.BaseAddress, crm.Host, crm.CreateAccessToken(EmulatorDemo.AdminId, TimeSpan.FromHours(-1)));
        var response = await amo.SendAsync(ReadAccount);
        Assert.Throws<AmoCrmUnauthorizedException>(response.EnsureSuccess);
        Assert.Single(crm.Requests);
    }

    [Fact]
    public async Task A_handler_that_repeats_cannot_send_a_create_twice()
    {
        await using var crm = await AmoCrmEmulator.StartAsync();
        using var repeating = new RepeatingHandler { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false } };
        await using var amo = new AmoCrmClient(new AmoCrmClientOptions
        {
            EmulatorAddress = crm.BaseAddress,
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = crm.Host, AccessToken = crm.AccessToken }),
            HttpMessageHandler = repeating,
        });
        crm.AddFault(new EmulatorFault { Method = "POST", Path = "/api/v4/companies*", Kind = EmulatorFaultKind.LostAnswer });

        await Assert.ThrowsAsync<AmoCrmOutcomeUnknownException>(() => amo.SendAsync(CreateCompany));
        Assert.Single(crm.Requests, request => request.Method == "POST");
    }

    private static AmoCrmClient Client(Uri address, string host, string token) => new(new AmoCrmClientOptions
    {
        EmulatorAddress = address,
        SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = host, AccessToken = token }),
    });

    /// <summary>What many a resilience package does with every message.</summary>
    private sealed class RepeatingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
