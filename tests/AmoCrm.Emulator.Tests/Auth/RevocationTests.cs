using System.Net;

namespace AmoCrm.Emulator.Tests.Auth;

public sealed class RevocationTests : EmulatorTest
{
    protected override AmoCrmEmulatorOptions Options() => new()
    {
        Accounts = { new EmulatorAccountOptions { Host = "demo.amocrm.ru" }, new EmulatorAccountOptions { Host = "second.kommo.com", Seed = false } },
    };

    [Fact]
    public async Task The_second_use_of_a_refresh_token_ends_its_grant()
    {
        var first = await RotateAsync(Crm.RefreshToken);
        var second = await RotateAsync(first.Refresh);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusOfAsync(first.Access), await StatusOfAsync(second.Access)));

        await AssertRevokedAsync(Crm.RefreshToken);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await StatusOfAsync(first.Access), await StatusOfAsync(second.Access)));
        await AssertRevokedAsync(second.Refresh);
    }

    [Fact]
    public async Task Other_grants_outlive_it()
    {
        var other = (await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode)).Json;
        await RotateAsync(Crm.RefreshToken);
        await AssertRevokedAsync(Crm.RefreshToken);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(other["access_token"]!.ToString()));
        await RotateAsync(other["refresh_token"]!.ToString());
    }

    [Fact]
    public async Task With_the_switch_off_only_the_second_use_is_refused()
    {
        Crm.Behaviour.RefreshTokenReuseRevokes = false;
        var first = await RotateAsync(Crm.RefreshToken);
        await AssertRevokedAsync(Crm.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(first.Access));
        await RotateAsync(first.Refresh);
    }

    [Fact]
    public async Task A_spent_token_that_has_expired_ends_nothing()
    {
        Crm.Behaviour.RefreshTokenLifetime = TimeSpan.FromHours(1);
        var first = await RotateAsync(Crm.RefreshToken);
        Crm.Behaviour.RefreshTokenLifetime = TimeSpan.FromDays(90);
        var second = await RotateAsync(first.Refresh);
        Crm.AdvanceClock(TimeSpan.FromHours(2));
        await AssertRevokedAsync(first.Refresh);
        await RotateAsync(second.Refresh);
    }

    [Fact]
    public async Task The_second_use_of_a_code_is_refused_and_ends_nothing()
    {
        var pair = (await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode)).Json;
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode)).Status);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(pair["access_token"]!.ToString()));
    }

    [Fact]
    public async Task A_person_switches_the_integration_off()
    {
        var pair = await RotateAsync(Crm.RefreshToken);
        var made = Crm.CreateAccessToken(EmulatorDemo.ManagerId);
        Crm.RevokeTokens();

        foreach (var token in new[] { pair.Access, made, Crm.AccessToken })
        {
            using var client = Crm.CreateClient(token);
            var reply = await SendAsync(HttpMethod.Get, "account", client: client);
            Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (reply.Status, reply.ContentType));
        }

        await AssertRevokedAsync(pair.Refresh);
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync("authorization_code", "code", Crm.AuthorizationCode)).Status);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(Crm.CreateAccessToken(EmulatorDemo.AdminId)));
    }

    [Fact]
    public async Task Only_the_account_that_is_named_loses_its_tokens()
    {
        Crm.RevokeTokens("second.kommo.com");
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("account")).Status);
        using var second = Crm.CreateClient(host: "second.kommo.com");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "account", client: second)).Status);
        Assert.Throws<ArgumentException>(() => Crm.RevokeTokens("nobody.amocrm.ru"));
    }

    [Fact]
    public async Task Of_256_callers_with_one_refresh_token_one_is_honoured()
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = Crm.BaseAddress };
        client.DefaultRequestHeaders.Host = Crm.Host;
        var replies = await Task.WhenAll(Enumerable.Range(0, 256).Select(_ => RefreshAsync(Crm.RefreshToken, client)));

        Assert.Equal((1, 255), (replies.Count(reply => reply.Status == HttpStatusCode.OK), replies.Count(reply => reply.Status == HttpStatusCode.Unauthorized)));
        Assert.Equal((256, 1), (Crm.TokenCalls.Count, Crm.TokenCalls.Count(call => call.IsHonoured)));
        Assert.Single(Crm.TokenCalls.Select(call => call.Fingerprint).Distinct());
    }

    private async Task AssertRevokedAsync(string refreshToken)
    {
        var reply = await RefreshAsync(refreshToken);
        Assert.Equal((HttpStatusCode.Unauthorized, "Token has been revoked"), (reply.Status, reply.Json["hint"]!.ToString()));
    }
}
