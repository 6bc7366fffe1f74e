using System.Net;

namespace AmoCrm.Emulator.Tests.Auth;

public sealed class DomainLookupTests : EmulatorTest
{
    private const string ByRefreshToken = "/oauth2/account/current/subdomain";
    private const string ByAccessToken = "/oauth2/account/subdomain";
    private const string Demo = """{"id":30100500,"subdomain":"demo","domain":"demo.amocrm.ru","top_level_domain":"ru"}""";

    protected override AmoCrmEmulatorOptions Options() => new()
    {
        Accounts = { new EmulatorAccountOptions { Host = "demo.amocrm.ru" }, new EmulatorAccountOptions { Host = "second.kommo.com", Seed = false } },
    };

    [Fact]
    public async Task The_domain_is_found_by_either_token()
    {
        Assert.Equal(Demo, (await AskByRefreshTokenAsync("api-a.amocrm.ru", Crm.RefreshToken)).Text);
        Assert.Equal(Demo, (await AskByAccessTokenAsync("www.amocrm.ru", Crm.AccessToken)).Text);
        Assert.Equal("second.kommo.com", (await AskByRefreshTokenAsync("api-a.kommo.com", Crm.Accounts[1].RefreshToken)).Json["domain"]!.ToString());
        Assert.Equal("com", (await AskByAccessTokenAsync("www.amocrm.com", Crm.Accounts[1].AccessToken)).Json["top_level_domain"]!.ToString());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await AskAsync("www.amocrm.ru", ByAccessToken, "X-Test", "1", HttpMethod.Post)).Status);
    }

    [Theory]
    [InlineData("demo.amocrm.ru", HttpStatusCode.NotFound)]
    [InlineData("127.0.0.1", HttpStatusCode.NotFound)]
    [InlineData("www.amocrm.ru", HttpStatusCode.Unauthorized)]
    [InlineData("api-b.amocrm.ru", HttpStatusCode.Unauthorized)]
    [InlineData("api-a.kommo.com", HttpStatusCode.Unauthorized)]
    [InlineData("api-a.example.com", HttpStatusCode.Unauthorized)]
    [InlineData("api-a.demo.amocrm.ru", HttpStatusCode.Unauthorized)]
    public async Task A_refresh_token_is_known_only_on_the_shard_of_the_claim(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await AskByRefreshTokenAsync(host, Crm.RefreshToken)).Status);

    [Theory]
    [InlineData("demo.amocrm.ru", HttpStatusCode.NotFound)]
    [InlineData("api-a.amocrm.ru", HttpStatusCode.Unauthorized)]
    [InlineData("www.example.com", HttpStatusCode.Unauthorized)]
    [InlineData("amocrm.ru", HttpStatusCode.Unauthorized)]
    public async Task An_access_token_is_asked_about_only_on_www(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await AskByAccessTokenAsync(host, Crm.AccessToken)).Status);

    [Fact]
    public async Task Tokens_that_do_not_work_find_nothing()
    {
        var pair = await RotateAsync(Crm.RefreshToken);
        await AssertRefusedAsync(Crm.RefreshToken, Crm.CreateAccessToken(EmulatorDemo.AdminId, TimeSpan.FromSeconds(-1)));
        Assert.Equal(HttpStatusCode.OK, (await AskByRefreshTokenAsync("api-a.amocrm.ru", pair.Refresh)).Status);
        Crm.RevokeTokens();
        await AssertRefusedAsync(pair.Refresh, pair.Access);
        await AssertRefusedAsync("unknown", "unknown");
    }

    [Fact]
    public async Task A_renamed_account_is_found_again()
    {
        var pair = await RotateAsync(Crm.RefreshToken);
        Assert.Equal("verba.amocrm.ru", Crm.RenameAccount("verba"));
        Assert.Equal(("verba.amocrm.ru", "verba.amocrm.ru"), (Crm.Host, Crm.Accounts[0].Host));

        var old = await SendAsync(HttpMethod.Get, "account");
        Assert.Equal(HttpStatusCode.Unauthorized, old.Status);
        Assert.Contains("101", old.Json["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(pair.Refresh)).Status);

        var renamed = Demo.Replace("demo", "verba", StringComparison.Ordinal);
        Assert.Equal(renamed, (await AskByRefreshTokenAsync("api-a.amocrm.ru", pair.Refresh)).Text);
        Assert.Equal(renamed, (await AskByAccessTokenAsync("www.amocrm.ru", pair.Access)).Text);

        using var client = Crm.CreateClient(pair.Access, "verba.amocrm.ru");
        var account = (await SendAsync(HttpMethod.Get, "account", client: client)).Json;
        Assert.Equal(("verba", "https://verba.amocrm.ru/api/v4/account"), (account["subdomain"]!.ToString(), account["_links"]!["self"]!["href"]!.ToString()));
        await RotateAsync(pair.Refresh, client);
    }

    [Fact]
    public void A_name_that_cannot_be_is_refused()
    {
        foreach (var name in new[] { "", "www", "api-a", "a.b", "UPPER", "-a", "имя", "a/b", "a\n", new string('a', 64) })
        {
            Assert.Throws<ArgumentException>(() => Crm.RenameAccount(name));
        }

        Assert.Throws<ArgumentException>(() => Crm.RenameAccount("new", "nobody.amocrm.ru"));
        Assert.Equal("new.kommo.com", Crm.RenameAccount("new", "second.kommo.com"));
        Assert.Equal(["demo.amocrm.ru", "new.kommo.com"], Crm.Accounts.Select(account => account.Host));
    }

    private async Task AssertRefusedAsync(string refreshToken, string accessToken)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskByRefreshTokenAsync("api-a.amocrm.ru", refreshToken)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskByAccessTokenAsync("www.amocrm.ru", accessToken)).Status);
    }

    private Task<Reply> AskByRefreshTokenAsync(string host, string token) => AskAsync(host, ByRefreshToken, "X-Refresh-Token", token);

    private Task<Reply> AskByAccessTokenAsync(string host, string token) => AskAsync(host, ByAccessToken, "Authorization", "Bearer " + token);

    private async Task<Reply> AskAsync(string host, string path, string header, string value, HttpMethod? method = null)
    {
        using var client = Stranger(host);
        client.DefaultRequestHeaders.Add(header, value);
        return await SendAsync(method ?? HttpMethod.Get, path, client: client);
    }
}
