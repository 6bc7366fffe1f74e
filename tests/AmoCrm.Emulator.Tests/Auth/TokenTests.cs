using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Auth;

public sealed class TokenTests : EmulatorTest
{
    [Fact]
    public async Task A_refresh_token_works_once()
    {
        var first = await ExchangeAsync("refresh_token", "refresh_token", Crm.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal("application/json", first.ContentType);
        Assert.Equal(["token_type", "expires_in", "server_time", "access_token", "refresh_token"], first.Json.AsObject().Select(member => member.Key));
        Assert.Equal(86_400, first.Json["expires_in"]!.GetValue<int>());

        var second = await ExchangeAsync("refresh_token", "refresh_token", Crm.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, second.Status);
        Assert.Equal("Token has been revoked", second.Json["hint"]!.ToString());
        Assert.Equal("https://developers.amocrm.ru/v3/errors/OAuthProblemJson", second.Json["type"]!.ToString());

        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync("refresh_token", "refresh_token", first.Json["refresh_token"]!.ToString())).Status);
    }

    [Fact]
    public async Task A_code_works_once_and_for_twenty_minutes()
    {
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode)).Status);
    }

    [Fact]
    public async Task A_late_code_is_refused()
    {
        Crm.AdvanceClock(TimeSpan.FromMinutes(21));
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode)).Status);
    }

    [Fact]
    public async Task Wrong_clients_and_missing_fields_are_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await ExchangeAsync("refresh_token", "refresh_token", Crm.RefreshToken, redirect: "https://example.com/other")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/oauth2/access_token", """{"grant_type":"refresh_token"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/oauth2/access_token", """{"grant_type":"password"}""")).Status);
    }

    [Fact]
    public async Task The_access_token_is_a_jwt_with_the_claims_of_amocrm()
    {
        var token = (await ExchangeAsync("refresh_token", "refresh_token", Crm.RefreshToken)).Json["access_token"]!.ToString();
        var payload = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        var claims = JsonNode.Parse(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')))!;
        Assert.Equal(Crm.ClientId, claims["aud"]!.ToString());
        Assert.Equal(Crm.AccountId, claims["account_id"]!.GetValue<long>());
        Assert.Equal(EmulatorDemo.AdminId.ToString(System.Globalization.CultureInfo.InvariantCulture), claims["sub"]!.ToString());
        Assert.Equal("amocrm.ru", claims["base_domain"]!.ToString());
        Assert.Equal("api-a.amocrm.ru", claims["api_domain"]!.ToString());
        Assert.Equal(86_400, claims["exp"]!.GetValue<long>() - claims["iat"]!.GetValue<long>());
        foreach (var name in new[] { "jti", "nbf", "scopes", "hash_uuid" })
        {
            Assert.NotNull(claims[name]);
        }
    }

    [Fact]
    public async Task An_expired_a_forged_and_a_missing_token_are_401()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
        foreach (var token in new[] { Crm.CreateAccessToken(EmulatorDemo.AdminId, TimeSpan.FromSeconds(-1)), Crm.AccessToken[..^2] + "xx", "opaque" })
        {
            using var client = Crm.CreateClient(token);
            var reply = await SendAsync(HttpMethod.Get, "account", client: client);
            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (reply.Status, reply.ContentType));
        }

        Client.DefaultRequestHeaders.Authorization = null;
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("account")).Status);
    }

    [Fact]
    public async Task Tokens_expire_by_the_emulators_clock()
    {
        using var client = Crm.CreateClient(Crm.CreateAccessToken(EmulatorDemo.AdminId));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "account", client: client)).Status);
        Crm.AdvanceClock(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "account", client: client)).Status);
    }

    [Fact]
    public async Task The_admin_may_act_for_another_user()
    {
        Client.DefaultRequestHeaders.Add("X-Context-User-ID", "8001002");
        Assert.Equal(EmulatorDemo.ManagerId, (await GetAsync("account")).Json["current_user_id"]!.GetValue<long>());
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("users")).Status);
        Client.DefaultRequestHeaders.Remove("X-Context-User-ID");
        Client.DefaultRequestHeaders.Add("X-Context-User-ID", "1");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("account")).Status);
    }

    [Fact]
    public async Task A_manager_may_not_act_for_another_user()
    {
        using var client = Crm.CreateClient(Crm.CreateAccessToken(EmulatorDemo.ManagerId));
        client.DefaultRequestHeaders.Add("X-Context-User-ID", "8001001");
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, "account", client: client)).Status);
    }

    [Fact]
    public async Task The_domain_is_found_by_either_token()
    {
        using var client = new HttpClient { BaseAddress = Crm.BaseAddress };
        client.DefaultRequestHeaders.Host = "api-a.amocrm.ru";
        client.DefaultRequestHeaders.Add("X-Refresh-Token", Crm.RefreshToken);
        var byRefreshToken = await SendAsync(HttpMethod.Get, "/oauth2/account/current/subdomain", client: client);
        Assert.Equal("""{"id":30100500,"subdomain":"demo","domain":"demo.amocrm.ru","top_level_domain":"ru"}""", byRefreshToken.Text);

        Client.DefaultRequestHeaders.Host = "www.amocrm.ru";
        Assert.Equal(byRefreshToken.Text, (await GetAsync("/oauth2/account/subdomain")).Text);
    }

    [Fact]
    public async Task Secrets_are_not_in_the_log()
    {
        await ExchangeAsync("refresh_token", "refresh_token", Crm.RefreshToken);
        await GetAsync("account");
        var text = string.Join('\n', Crm.Requests.Select(request => request.Body + string.Join(',', request.Headers.Values)));
        Assert.DoesNotContain(Crm.RefreshToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crm.ClientSecret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crm.AccessToken, text, StringComparison.Ordinal);
        Assert.Contains("Bearer ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crm.AccessToken, Crm.Accounts[0].ToString(), StringComparison.Ordinal);
    }

    private Task<Reply> ExchangeAsync(string grant, string name, string value, string? redirect = null)
    {
        var body = new JsonObject
        {
            ["client_id"] = Crm.ClientId,
            ["client_secret"] = Crm.ClientSecret,
            ["grant_type"] = grant,
            [name] = value,
            ["redirect_uri"] = redirect ?? Crm.RedirectUri,
        };
        return PostAsync("/oauth2/access_token", body.ToJsonString());
    }
}
