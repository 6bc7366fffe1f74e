using System.Net;
using System.Text.Json;
using AmoCrm.Sdk.Tests.TestSupport;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Tests.Auth;

/// <summary>Every hostile host through every entrance: tokens and secrets go to amoCRM and nowhere else.</summary>
public sealed class HostileHostsTests
{
    private static readonly AmoCrmRequest Request = new(HttpMethod.Get, "/api/v4/account");

    [Fact]
    public void There_are_enough_of_them_and_each_is_there_once()
    {
        Assert.True(HostileHosts.All.Count >= 200, $"{HostileHosts.All.Count}");
        Assert.Equal(HostileHosts.All.Count, HostileHosts.All.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public Task The_subdomain_in_the_settings() => EachAsync(HostileHosts.All, async value =>
    {
        using var run = new HostileRun();
        await using var client = new AmoCrmClient(run.Options(HostileRun.Settings with { Subdomain = value }));
        run.AssertRefused<AmoCrmConfigurationException>(await HostileRun.DoAsync(() => client.SendAsync(Request)), value);
        Assert.Throws<AmoCrmConfigurationException>(() => AmoCrmClient.Create(value, "token"));
    });

    [Fact]
    public Task The_domain_in_the_settings() => EachAsync([.. HostileHosts.All.Where(value => !AccountHost.Domains.Contains(value)), .. HostileHosts.HarmlessLabels], async value =>
    {
        using var run = new HostileRun();
        await using var client = new AmoCrmClient(run.Options(HostileRun.Settings with { Domain = value }));
        run.AssertRefused<AmoCrmConfigurationException>(await HostileRun.DoAsync(() => client.SendAsync(Request)), value);
    });

    [Fact]
    public Task A_label_that_only_looks_dangerous_is_a_label_under_amoCRMs_domain() => EachAsync(HostileHosts.HarmlessLabels, async value =>
    {
        using var run = new HostileRun();
        await using var client = new AmoCrmClient(run.Options(HostileRun.Settings with { Subdomain = value }));
        await client.SendAsync(Request);
        run.AssertOnlyAmoCrm($"{value.ToLowerInvariant()}.amocrm.ru");
        Assert.Single(run.Http.Sent);
    });

    [Fact]
    public Task Subdomain_and_domain_of_an_agent_whose_tokens_are_refreshed() => EachAsync(HostileHosts.All, async value =>
    {
        foreach (var settings in new[] { HostileRun.Settings with { Subdomain = value }, HostileRun.Settings with { Domain = value } })
        {
            using var run = new HostileRun();
            var options = await run.StoredAsync(settings with { AccessToken = HostileRun.EndedToken(HostileRun.ApiHost), RefreshToken = "refresh-55aa" });
            await using var client = new AmoCrmClient(options);
            var exception = await HostileRun.DoAsync(() => client.SendAsync(Request));

            // Stores cut off white space.
            if (AccountHost.Domains.Contains(value.Trim()) || (value != value.Trim() && value.Trim() == HostileRun.Host))
            {
                run.AssertOnlyAmoCrm();
            }
            else
            {
                run.AssertRefused<AmoCrmConfigurationException>(exception, value);
            }
        }
    });

    [Fact]
    public Task Subdomain_and_domain_of_an_agent_that_is_to_be_authorised() => EachAsync(HostileHosts.All, async value =>
    {
        foreach (var settings in new[] { HostileRun.Settings with { Subdomain = value }, HostileRun.Settings with { Domain = value }, HostileRun.Settings with { Subdomain = null, Domain = value } })
        {
            using var run = new HostileRun();
            await using var authorizer = new AmoCrmAuthorizer(await run.StoredAsync(settings));
            Uri? page = null;
            var refused = await HostileRun.DoAsync(async () => page = await authorizer.CreateConsentUriAsync(HostileRun.Agent));
            Assert.True(page is null ? refused is AmoCrmConfigurationException : page.Authority is "www.amocrm.ru" or "www.kommo.com", $"{page}");
            if (refused is not null)
            {
                run.AssertRefused<AmoCrmConfigurationException>(refused, value);
            }

            await HostileRun.DoAsync(() => authorizer.ExchangeCodeAsync(HostileRun.Agent, "code"));
            run.AssertOnlyAmoCrm();
        }
    });

    [Fact]
    public Task The_account_of_a_code_that_was_copied() => EachAsync(HostileHosts.All, async value =>
    {
        using var run = new HostileRun();
        await using var authorizer = new AmoCrmAuthorizer(await run.StoredAsync(HostileRun.Settings));
        run.AssertRefused<AmoCrmAuthorizationException>(await HostileRun.DoAsync(() => authorizer.ExchangeCodeAsync(HostileRun.Agent, "code", value)), value);
    });

    [Fact]
    public Task The_referer_of_a_redirect() => EachAsync([.. HostileHosts.All.Where(value => value.Length < 10_000), .. HostileHosts.HarmlessLabels, .. HostileHosts.OddSpellings], async value =>
    {
        using var run = new HostileRun();
        await using var authorizer = new AmoCrmAuthorizer(await run.StoredAsync(HostileRun.Settings));

        // As a browser would bring it, and as somebody would write it who forgets to encode; where that means something else, only the first.
        foreach (var encoded in value.Contains('%', StringComparison.Ordinal) ? [Uri.EscapeDataString(value)] : new[] { Uri.EscapeDataString(value), value })
        {
            var state = (await authorizer.CreateConsentUriAsync(HostileRun.Agent)).Query.Split("state=")[1];
            var redirect = new Uri($"/amocrm?code=code&referer={encoded}&state={state}", UriKind.Relative);
            run.AssertRefused<AmoCrmAuthorizationException>(await HostileRun.DoAsync(() => authorizer.CompleteAsync(redirect)), value);
        }
    });

    [Fact]
    public Task The_api_domain_that_an_access_token_claims() =>
        EachAsync([.. HostileHosts.All.Where(value => value.Length < 10_000 && !IsApiHost(value)), .. HostileHosts.AroundApiHosts, .. HostileHosts.HarmlessLabels], async value =>
        {
            using var run = new HostileRun(_ => StubHttpHandler.Json(401, """{"hint":"Token has been revoked"}"""));
            await using var client = new AmoCrmClient(await run.StoredAsync(HostileRun.Settings with { AccessToken = HostileRun.EndedToken(value), RefreshToken = "refresh-55aa" }));
            var exception = await HostileRun.DoAsync(() => client.SendAsync(Request));
            Assert.IsType<AmoCrmReauthorizationRequiredException>(exception);
            HostileRun.AssertNotEchoed(exception, value);
            run.AssertOnlyAmoCrm(HostileRun.Host);
            Assert.Single(run.Http.Sent);
        });

    [Fact]
    public Task The_domain_that_the_account_lookup_answers() => EachAsync([.. HostileHosts.All, .. HostileHosts.HarmlessLabels, .. HostileHosts.OddSpellings], async value =>
    {
        using var run = new HostileRun(request => request.RequestUri!.Host == HostileRun.ApiHost
            ? StubHttpHandler.Json(200, JsonSerializer.Serialize(new Dictionary<string, string> { ["domain"] = value, ["subdomain"] = value, ["top_level_domain"] = value }))
            : StubHttpHandler.Json(401, "{}"));
        var options = await run.StoredAsync(HostileRun.Settings with { AccessToken = HostileRun.EndedToken(HostileRun.ApiHost), RefreshToken = "refresh-55aa" });
        await using var client = new AmoCrmClient(options);
        var exception = await HostileRun.DoAsync(() => client.SendAsync(Request));
        HostileRun.AssertNotEchoed(exception!, value);
        Assert.Equal([HostileRun.Host, HostileRun.ApiHost], run.Http.Sent.Select(sent => sent.Uri.Host));
        Assert.Equal(HostileRun.Settings.Subdomain, (await options.SettingsResolver!.ResolveAsync(HostileRun.Agent, default)).Subdomain);
    });

    [Fact]
    public Task Links_in_answers() => EachAsync([.. HostileHosts.All, $"https://{HostileHosts.Evil}/api/v4/leads?page=2", $"//{HostileHosts.Evil}/"], async value =>
    {
        var pages = 0;
        var link = JsonSerializer.Serialize(value);
        using var run = new HostileRun(_ => ++pages > 2
            ? new HttpResponseMessage(HttpStatusCode.NoContent)
            : StubHttpHandler.Json(200, $$$$"""
                {"_page":{{{{pages}}}},"_links":{"self":{"href":{{{{link}}}}},"next":{"href":{{{{link}}}}},"first":{"href":{{{{link}}}}},"prev":{"href":{{{{link}}}}}},
                 "_embedded":{"leads":[{"id":{{{{pages}}}},"_links":{"self":{"href":{{{{link}}}}}}}]}}
                """));
        await using var client = new AmoCrmClient(run.Options(HostileRun.Settings));
        var ids = new List<long>();
        await foreach (var lead in client.Leads.EnumerateAsync(new ListLeadsRequest { Limit = 1 }))
        {
            ids.Add(lead.Id);
        }

        Assert.Equal([1L, 2L], ids);
        run.AssertOnlyAmoCrm(HostileRun.Host);
        Assert.Equal(3, run.Http.Sent.Count);
    });

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public Task Redirects_of_API_calls(int status) => EachAsync(Locations(), async value =>
    {
        using var run = new HostileRun(_ => Redirect(status, value));
        await using var client = new AmoCrmClient(run.Options(HostileRun.Settings));
        var exception = await HostileRun.DoAsync(async () => (await client.SendAsync(Request)).EnsureSuccess());
        HostileRun.AssertNotEchoed(Assert.IsType<AmoCrmInvalidResponseException>(exception), value);
        run.AssertOnlyAmoCrm(HostileRun.Host);
        Assert.Single(run.Http.Sent);
    });

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public Task Redirects_of_token_calls(int status) => EachAsync(Locations(), async value =>
    {
        using var run = new HostileRun(_ => Redirect(status, value));
        var options = await run.StoredAsync(HostileRun.Settings with { AccessToken = HostileRun.EndedToken(HostileRun.ApiHost), RefreshToken = "refresh-55aa" });
        await using var client = new AmoCrmClient(options);
        await using var authorizer = new AmoCrmAuthorizer(options);
        var refresh = await HostileRun.DoAsync(() => client.SendAsync(Request));
        var exchange = await HostileRun.DoAsync(() => authorizer.ExchangeCodeAsync(HostileRun.Agent, "code"));
        HostileRun.AssertNotEchoed(refresh!, value);
        HostileRun.AssertNotEchoed(exchange!, value);
        Assert.Equal([HostileRun.Host, HostileRun.ApiHost, HostileRun.Host], run.Http.Sent.Select(sent => sent.Uri.Host));
    });

    /// <summary>The same with the SDK's own connections, which are what would follow a redirect.</summary>
    [Fact]
    public Task Redirects_over_real_connections() => EachAsync([.. Locations().Where(value => !value.Contains('\r', StringComparison.Ordinal) && !value.Contains('\n', StringComparison.Ordinal))], async value =>
    {
        var connected = new List<string>();
        using var handler = HttpConnection.CreateHandler(TimeSpan.FromSeconds(5));
        handler.ConnectCallback = (context, _) =>
        {
            connected.Add($"{context.DnsEndPoint.Host}:{context.DnsEndPoint.Port}");
            return ValueTask.FromResult<Stream>(new CannedStream($"HTTP/1.1 302 Found\r\nLocation: {value}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        };
        await using var client = new AmoCrmClient(new AmoCrmClientOptions
        {
            SettingsResolver = new StaticSettingsResolver(HostileRun.Settings),
            HttpMessageHandler = handler,
            EmulatorAddress = new Uri("http://127.0.0.1:5080/"),
        });
        Assert.NotNull(await HostileRun.DoAsync(async () => (await client.SendAsync(Request)).EnsureSuccess()));
        Assert.Equal(["127.0.0.1:5080"], connected);
    });

    [Fact]
    public async Task A_redirect_that_was_followed_would_be_seen()
    {
        var connected = new List<string>();
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) };
        handler.ConnectCallback = (context, _) =>
        {
            connected.Add(context.DnsEndPoint.Host);
            return ValueTask.FromResult<Stream>(new CannedStream($"HTTP/1.1 302 Found\r\nLocation: http://{HostileHosts.Evil}/{connected.Count}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        };
        handler.MaxAutomaticRedirections = 1;
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:5080/");
        using var response = await invoker.SendAsync(request, default);
        Assert.Equal(["127.0.0.1", HostileHosts.Evil], connected);
    }

    [Fact]
    public Task The_address_of_an_emulator() => EachAsync([.. HostileHosts.All, .. HostileHosts.HarmlessLabels], value =>
    {
        foreach (var text in new[] { value, $"http://{value}", $"http://{value}/", $"https://{value}", $"http://127.0.0.1@{value}/", $"http://127.0.0.1:80@{value}" })
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var address)
                && AmoCrmClientOptionsValidator.ProblemsOf(new AmoCrmClientOptions { EmulatorAddress = address }).Count == 0)
            {
                Assert.True(address.DnsSafeHost is "localhost" || (IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip)), $"{address} is allowed.");
            }
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task Paths_of_requests() => EachAsync(HostileHosts.All, async value =>
    {
        using var run = new HostileRun();
        await using var client = new AmoCrmClient(run.Options(HostileRun.Settings));
        string[] paths = [value, "/" + value, "//" + value, "/\\" + value, "@" + value, "/@" + value, ":" + value, "." + value, "/api/v4/" + value, "/api/v4/../../" + value, "/%2e%2e/" + value];
        foreach (var path in paths)
        {
            var exception = await HostileRun.DoAsync(() => client.SendAsync(new AmoCrmRequest(HttpMethod.Get, path)));
            if (exception is not null)
            {
                HostileRun.AssertNotEchoed(Assert.IsType<AmoCrmArgumentException>(exception), value);
            }
        }

        await HostileRun.DoAsync(() => client.SendAsync(new AmoCrmRequest(HttpMethod.Get, $"/api/v4/leads/{ApiPath.Segment(value, "id")}")));
        run.AssertOnlyAmoCrm(HostileRun.Host);
    });

    [Fact]
    public Task Queries_of_requests() => EachAsync(HostileHosts.All, async value =>
    {
        using var run = new HostileRun();
        await using var client = new AmoCrmClient(run.Options(HostileRun.Settings));
        string[] queries = [value, "@" + value, "#" + value, "#@" + value, "x=" + value, "/../../" + value, "\\" + value, "\r\nHost: " + value, $"@{value}/?x"];
        foreach (var query in queries)
        {
            var exception = await HostileRun.DoAsync(() => client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/leads") { Query = query }));
            if (exception is not null)
            {
                HostileRun.AssertNotEchoed(Assert.IsType<AmoCrmArgumentException>(exception), value);
            }
        }

        run.AssertOnlyAmoCrm(HostileRun.Host);
    });

    /// <summary>The address of an emulator is joined with path and query once more: nothing of them may become a host there.</summary>
    [Fact]
    public Task Paths_and_queries_of_requests_to_an_emulator() => EachAsync([.. HostileHosts.All.Where(value => value.Length < 1000)], async value =>
    {
        using var run = new HostileRun();
        var options = run.Options(HostileRun.Settings);
        options.EmulatorAddress = new Uri("http://127.0.0.1:5080/");
        await using var client = new AmoCrmClient(options);
        foreach (var path in new[] { "/" + value, "//" + value, "/.//" + value, "/%2e//" + value, "/x/..//" + value, "/%2f" + value, "/%5c" + value })
        {
            await HostileRun.DoAsync(() => client.SendAsync(new AmoCrmRequest(HttpMethod.Get, path)));
            await HostileRun.DoAsync(() => client.SendAsync(new AmoCrmRequest(HttpMethod.Get, "/api/v4/leads") { Query = value }));
        }

        Assert.All(run.Http.Sent, sent => Assert.Equal(("http://127.0.0.1:5080", HostileRun.Host), (sent.Uri.GetLeftPart(UriPartial.Authority), sent.Headers["Host"])));
    });

    private static List<string> Locations() =>
    [
        .. HostileHosts.All.Where(value => value.Length < 1000),
        $"https://{HostileHosts.Evil}/", $"http://{HostileHosts.Evil}/", $"//{HostileHosts.Evil}/", "http://169.254.169.254/latest/meta-data/", "https://other.amocrm.ru/api/v4/account", "/api/v4/account", "http://localhost/",
    ];

    private static HttpResponseMessage Redirect(int status, string location)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }

    // The one kind of value that is refused as an account and allowed here.
    private static bool IsApiHost(string value) => value is "api-a.amocrm.ru" or "api-a.amocrm.com" or "api-a.kommo.com" or "api-b2.amocrm.ru" or "api-b2.amocrm.com" or "api-b2.kommo.com";

    private static async Task EachAsync(IReadOnlyList<string> values, Func<string, Task> test)
    {
        var failures = new List<string>();
        foreach (var value in values)
        {
            try
            {
                await test(value);
            }
#pragma warning disable CA1031 // All values that fail are told, not only the first.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failures.Add($"{HostileHosts.Show(value)}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {values.Count}:\n{string.Join('\n', failures.Take(20))}");
    }
}
