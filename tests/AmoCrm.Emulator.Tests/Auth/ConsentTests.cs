using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AmoCrm.Emulator.Tests.Auth;

public sealed class ConsentTests : EmulatorTest
{
    private const string Callback = "http://127.0.0.1:8765/callback?from=cli";

    protected override AmoCrmEmulatorOptions Options() => new()
    {
        RedirectUri = Callback,
        Accounts = { new EmulatorAccountOptions { Host = "demo.amocrm.ru" }, new EmulatorAccountOptions { Host = "second.kommo.com", Seed = false } },
    };

    [Theory]
    [InlineData("www.amocrm.ru")]
    [InlineData("www.amocrm.com")]
    [InlineData("www.kommo.com")]
    [InlineData(null)]
    public async Task Consent_leads_back_with_a_code_that_works_once_and_only_with_the_redirect_uri(string? host)
    {
        var back = await ConsentAsync($"client_id={Crm.ClientId}&state=a%20b%26c&mode=popup", host);
        Assert.Equal(["from", "code", "referer", "platform", "client_id", "state"], back.Keys);
        Assert.Equal(("demo.amocrm.ru", "1", Crm.ClientId, "a b&c"), (back["referer"].ToString(), back["platform"].ToString(), back["client_id"].ToString(), back["state"].ToString()));

        var code = back["code"].ToString();
        Assert.Equal(HttpStatusCode.Unauthorized, (await ExchangeAsync("authorization_code", "code", code, EmulatorDemo.RedirectUri)).Status);
        Assert.Equal(Callback, Crm.RedirectUri);
        var pair = await ExchangeAsync("authorization_code", "code", code);
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(pair.Json["access_token"]!.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync("authorization_code", "code", code)).Status);
    }

    [Fact]
    public async Task Without_a_state_none_comes_back()
    {
        var back = await ConsentAsync("client_id=" + Crm.ClientId);
        Assert.DoesNotContain("state", back.Keys);
    }

    [Fact]
    public async Task The_code_lives_for_twenty_minutes()
    {
        var back = await ConsentAsync("client_id=" + Crm.ClientId);
        Crm.AdvanceClock(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync("authorization_code", "code", back["code"].ToString())).Status);
    }

    [Fact]
    public async Task The_person_may_choose_another_account()
    {
        Crm.Behaviour.ConsentAccountHost = "second.kommo.com";
        var back = await ConsentAsync("client_id=" + Crm.ClientId, "www.kommo.com");
        Assert.Equal(("second.kommo.com", "2"), (back["referer"].ToString(), back["platform"].ToString()));
        using var second = Crm.CreateClient(host: "second.kommo.com");
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync("authorization_code", "code", back["code"].ToString(), client: second)).Status);

        Crm.Behaviour.ConsentAccountHost = "nobody.amocrm.ru";
        Assert.Contains("consent_account_host", (await AskAsync("client_id=" + Crm.ClientId, "www.amocrm.ru")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_may_refuse()
    {
        Crm.Behaviour.ConsentRefused = true;
        var back = await ConsentAsync($"client_id={Crm.ClientId}&state=s1");
        Assert.Equal(["from", "error", "state"], back.Keys);
        Assert.Equal(("access_denied", "s1"), (back["error"].ToString(), back["state"].ToString()));
    }

    [Theory]
    [InlineData("client_id=00000000-0000-0000-0000-000000000000")]
    [InlineData("")]
    public async Task An_unknown_integration_meets_a_page(string query)
    {
        var reply = await AskAsync(query, "www.amocrm.ru");
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (reply.Status, reply.ContentType));
        Assert.DoesNotContain("Location", reply.Headers.Keys);
    }

    [Theory]
    [InlineData("demo.amocrm.ru", HttpStatusCode.NotFound)]
    [InlineData("api-a.amocrm.ru", HttpStatusCode.Unauthorized)]
    [InlineData("www.example.com", HttpStatusCode.Unauthorized)]
    public async Task The_page_is_nowhere_else(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await AskAsync("client_id=" + Crm.ClientId, host)).Status);

    [Fact]
    public async Task A_key_that_the_page_does_not_know_is_in_the_log()
    {
        await AskAsync($"client_id={Crm.ClientId}&redirect=1", "www.amocrm.ru");
        Assert.Equal(["redirect"], Crm.Requests[^1].UnknownQueryKeys);
    }

    private async Task<Dictionary<string, StringValues>> ConsentAsync(string query, string? host = "www.amocrm.ru")
    {
        var reply = await AskAsync(query, host);
        Assert.Equal(HttpStatusCode.Redirect, reply.Status);
        Assert.StartsWith(Callback + "&", reply.Headers["Location"], StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(new Uri(reply.Headers["Location"]).Query);
    }

    private async Task<Reply> AskAsync(string query, string? host)
    {
        using var client = Stranger(host);
        return await SendAsync(HttpMethod.Get, "/oauth?" + query, client: client);
    }
}
