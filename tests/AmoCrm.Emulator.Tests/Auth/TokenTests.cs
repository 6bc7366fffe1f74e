using System.Net;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests.Auth;

public sealed class TokenTests : EmulatorTest
{
    [Fact]
    public async Task A_refresh_token_works_once()
    {
        var first = await RefreshAsync(Crm.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal("application/json", first.ContentType);
        Assert.Equal(["token_type", "expires_in", "server_time", "access_token", "refresh_token"], first.Json.AsObject().Select(member => member.Key));
        Assert.Equal(86_400, first.Json["expires_in"]!.GetValue<int>());

        var second = await RefreshAsync(Crm.RefreshToken);
        Assert.Equal(HttpStatusCode.Unauthorized, second.Status);
        Assert.Equal("Token has been revoked", second.Json["hint"]!.ToString());
        Assert.Equal("https://developers.amocrm.ru/v3/errors/OAuthProblemJson", second.Json["type"]!.ToString());
    }

    [Fact]
    public async Task Every_rotation_gives_a_refresh_token_that_works()
    {
        var token = Crm.RefreshToken;
        for (var rotation = 0; rotation < 3; rotation++)
        {
            (_, token) = await RotateAsync(token);
        }
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
        var token = (await RefreshAsync(Crm.RefreshToken)).Json["access_token"]!.ToString();
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
    public async Task Lives_may_be_changed_while_it_runs()
    {
        Crm.Behaviour.AccessTokenLifetime = TimeSpan.FromMinutes(2);
        Crm.Behaviour.RefreshTokenLifetime = TimeSpan.FromMinutes(4);
        var reply = await RefreshAsync(Crm.RefreshToken);
        var (access, refresh) = (reply.Json["access_token"]!.ToString(), reply.Json["refresh_token"]!.ToString());
        Assert.Equal(120, reply.Json["expires_in"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(access));
        Crm.AdvanceClock(TimeSpan.FromMinutes(3));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(access));
        Crm.AdvanceClock(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(refresh)).Status);
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
    public async Task Secrets_are_not_in_the_log()
    {
        await RefreshAsync(Crm.RefreshToken);
        await GetAsync("account");
        await PostAsync("/oauth2/access_token/", $$"""{"code":"{{Crm.AuthorizationCode}}","code":"{{Crm.AuthorizationCode}}"}""");
        await PostAsync("/oauth2/access_token", $$"""["{{Crm.AuthorizationCode}}"]""");
        await PostAsync("/oauth2/access_token", $$"""{"code":"{{Crm.AuthorizationCode}}""");
        var text = string.Join('\n', Crm.Requests.Select(request => request + request.Body + string.Join(',', request.Headers.Values)));
        Assert.DoesNotContain(Crm.AuthorizationCode, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crm.RefreshToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crm.ClientSecret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crm.AccessToken, text, StringComparison.Ordinal);
        Assert.Contains("Bearer ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crm.AccessToken, Crm.Accounts[0].ToString(), StringComparison.Ordinal);
    }
}
