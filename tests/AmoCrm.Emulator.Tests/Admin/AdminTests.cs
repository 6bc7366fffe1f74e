using System.Net;

namespace AmoCrm.Emulator.Tests.Admin;

public sealed class AdminTests : EmulatorTest
{
    [Fact]
    public async Task The_overview_tells_how_to_get_in()
    {
        var overview = (await GetAsync("/_emulator")).Json;
        Assert.Equal(Crm.BaseAddress.ToString(), overview["base_address"]!.ToString());
        Assert.Equal(Crm.AccessToken, overview["accounts"]![0]!["access_token"]!.ToString());
        Assert.Empty(Crm.Requests);
    }

    [Fact]
    public async Task The_log_is_read_and_cleared()
    {
        await GetAsync("leads?bad=1");
        await GetAsync("contacts");
        var all = (await GetAsync("/_emulator/requests")).Json["requests"]!.AsArray();
        Assert.Equal(("/api/v4/leads", "bad", 200), (all[0]!["path"]!.ToString(), all[0]!["unknown_query_keys"]![0]!.ToString(), all[0]!["status"]!.GetValue<int>()));
        Assert.Single((await GetAsync("/_emulator/requests?after=1")).Json["requests"]!.AsArray());
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("/_emulator/requests")).Status);
        Assert.Empty((await GetAsync("/_emulator/requests")).Json["requests"]!.AsArray());
    }

    [Fact]
    public async Task Faults_clock_and_ban_work_from_outside()
    {
        await PostAsync("/_emulator/faults", """{"method":"GET","path":"/api/v4/leads","kind":"html_forbidden"}""");
        Assert.Single((await GetAsync("/_emulator/faults")).Json["faults"]!.AsArray());
        Assert.Equal("text/html", (await GetAsync("leads")).ContentType);
        Assert.Empty((await GetAsync("/_emulator/faults")).Json["faults"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/_emulator/faults", """{"kind":"flood"}""")).Status);

        await PostAsync("/_emulator/clock", """{"advance_seconds":31622400}""");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("leads")).Status);

        await PostAsync("/_emulator/ban", "");
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("leads")).Status);
        await DeleteAsync("/_emulator/ban");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("leads")).Status);
    }

    [Fact]
    public async Task Switches_are_read_and_set()
    {
        var before = (await GetAsync("/_emulator/behaviour")).Json;
        Assert.Equal(("not_found", true), (before["delete_route"]!.ToString(), before["api_filter_enabled"]!.GetValue<bool>()));
        await PatchAsync("/_emulator/behaviour", """{"delete_route":"exists","api_filter_enabled":false,"max_page_items":2}""");
        Assert.Equal((DeleteRoute.Exists, false, 2), (Crm.Behaviour.DeleteRoute, Crm.Behaviour.ApiFilterEnabled, Crm.Behaviour.MaxPageItems));
        await PatchAsync("/_emulator/behaviour", """{"max_page_items":null}""");
        Assert.Null(Crm.Behaviour.MaxPageItems);
        foreach (var wrong in new[] { """{"nothing":1}""", """{"delete_route":"maybe"}""", """{"api_filter_enabled":1}""" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await PatchAsync("/_emulator/behaviour", wrong)).Status);
        }
    }

    [Fact]
    public async Task Times_and_texts_are_switches_too()
    {
        await PatchAsync("/_emulator/behaviour", """{"access_token_lifetime_seconds":90,"consent_account_host":"demo.amocrm.ru","consent_refused":true}""");
        Assert.Equal((TimeSpan.FromSeconds(90), "demo.amocrm.ru", true), (Crm.Behaviour.AccessTokenLifetime, Crm.Behaviour.ConsentAccountHost, Crm.Behaviour.ConsentRefused));
        var after = (await PatchAsync("/_emulator/behaviour", """{"consent_account_host":null}""")).Json;
        Assert.Null(Crm.Behaviour.ConsentAccountHost);
        Assert.Equal((90, true), (after["access_token_lifetime_seconds"]!.GetValue<double>(), after["refresh_token_reuse_revokes"]!.GetValue<bool>()));
        Assert.Equal(HttpStatusCode.BadRequest, (await PatchAsync("/_emulator/behaviour", """{"access_token_lifetime_seconds":null}""")).Status);
    }

    [Fact]
    public async Task Revocation_rename_and_token_calls_work_from_outside()
    {
        await RefreshAsync(Crm.RefreshToken);
        var call = Assert.Single((await GetAsync("/_emulator/token-calls")).Json["token_calls"]!.AsArray())!;
        Assert.Equal(
            ["sequence", "host", "grant_type", "fingerprint", "is_honoured", "status", "started_at", "ended_at"],
            call.AsObject().Select(member => member.Key));
        Assert.Equal((Crm.TokenCalls[0].Fingerprint, true), (call["fingerprint"]!.ToString(), call["is_honoured"]!.GetValue<bool>()));
        Assert.Empty((await GetAsync($"/_emulator/token-calls?after={call["sequence"]}")).Json["token_calls"]!.AsArray());
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("/_emulator/token-calls")).Status);
        Assert.Empty(Crm.TokenCalls);

        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/_emulator/tokens/revoke", "")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("account")).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/_emulator/rename", """{"subdomain":"a.b"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/_emulator/rename", "{}")).Status);
        Assert.Equal("""{"host":"other.amocrm.ru"}""", (await PostAsync("/_emulator/rename", """{"subdomain":"other"}""")).Text);
        Assert.Equal("other.amocrm.ru", Crm.Host);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/_emulator/tokens/revoke", "")).Status);
    }

    [Fact]
    public async Task Tokens_webhooks_and_the_bin_work_from_outside()
    {
        var token = (await PostAsync("/_emulator/tokens", """{"user_id":8001002}""")).Json["access_token"]!.ToString();
        using var manager = Crm.CreateClient(token);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, "users", client: manager)).Status);
        await PostAsync("webhooks", """{"destination":"https://example.com/h","settings":["add_lead"]}""");
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/_emulator/webhooks/disable", """{"destination":"https://example.com/h"}""")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync("/_emulator/entities/contacts/10001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync("/_emulator/entities/contacts/10001")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("/_emulator/nothing")).Status);
    }
}
