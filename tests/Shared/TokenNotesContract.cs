namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>Notes that cannot be understood are never passed over: whoever did could spend a refresh token twice. Each store's tests derive from it.</summary>
public abstract class TokenNotesContract
{
    [Theory]
    [InlineData("\"canary\"", "'amocrm_sdk'")]
    [InlineData("[]", "'amocrm_sdk'")]
    [InlineData("""{ "version": "canary" }""", "'amocrm_sdk.version'")]
    [InlineData("""{ "version": 1.5 }""", "'amocrm_sdk.version'")]
    [InlineData("""{ "version": -1 }""", "'amocrm_sdk.version'")]
    [InlineData("""{ "lease": "canary" }""", "'amocrm_sdk.lease'")]
    [InlineData("""{ "lease": {} }""", "'amocrm_sdk.lease.owner'")]
    [InlineData("""{ "lease": { "owner": 17, "until": TIME } }""", "'amocrm_sdk.lease.owner'")]
    [InlineData("""{ "lease": { "owner": "me" } }""", "'amocrm_sdk.lease.until'")]
    [InlineData("""{ "lease": { "owner": "me", "until": 17 } }""", "'amocrm_sdk.lease.until'")]
    [InlineData("""{ "lease": { "owner": "me", "until": "canary" } }""", "'amocrm_sdk.lease.until'")]
    [InlineData("""{ "lease": { "owner": "me", "until": "31.01.2030" } }""", "'amocrm_sdk.lease.until'")]
    [InlineData("""{ "spending": [] }""", "'amocrm_sdk.spending'")]
    [InlineData("""{ "spending": { "owner": "me", "at": TIME, "attempts": 1, "state": "pending" } }""", "'amocrm_sdk.spending.fingerprint'")]
    [InlineData("""{ "spending": { "fingerprint": "f", "owner": "me", "at": TIME, "state": "pending" } }""", "'amocrm_sdk.spending.attempts'")]
    [InlineData("""{ "spending": { "fingerprint": "f", "owner": "me", "at": TIME, "attempts": 0, "state": "pending" } }""", "'amocrm_sdk.spending.attempts'")]
    [InlineData("""{ "spending": { "fingerprint": "f", "owner": "me", "at": TIME, "attempts": 4294967297, "state": "pending" } }""", "'amocrm_sdk.spending.attempts'")]
    [InlineData("""{ "spending": { "fingerprint": "f", "owner": "me", "at": TIME, "attempts": 1, "state": "canary" } }""", "'amocrm_sdk.spending.state'")]
    [InlineData("""{ "previous": { "access_token": "canary", "refresh_token": [ "canary" ], "at": TIME } }""", "'amocrm_sdk.previous.refresh_token'")]
    [InlineData("""{ "previous": { "access_token": "canary", "refresh_token": "canary" } }""", "'amocrm_sdk.previous.at'")]
    [InlineData("""{ "aside": {} }""", "'amocrm_sdk.aside'")]
    [InlineData("""{ "aside": [ "canary" ] }""", "'amocrm_sdk.aside'")]
    [InlineData("""{ "aside": [ { "refresh_token": "canary", "at": TIME }, { "refresh_token": 1, "at": TIME } ] }""", "'amocrm_sdk.aside[1].refresh_token'")]
    [InlineData("""{ "refreshed_at": true }""", "'amocrm_sdk.refreshed_at'")]
    public async Task What_cannot_be_understood_is_named(string notes, string member)
    {
        var store = await GivenAsync($$"""
            { "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_access_token": "canary" }, "amocrm_sdk": {{notes.Replace("TIME", Time, StringComparison.Ordinal)}} }
            """);

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => store.ReadTokensAsync("sales"));

        Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(member, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Put it right", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);

        // Calls go on: they need none of it as long as the access token lives.
        Assert.Equal("mycompany", (await store.ResolveAsync("sales", default)).Subdomain);
    }

    /// <summary>How a document of this store writes a time.</summary>
    protected abstract string Time { get; }

    /// <summary>A store that holds this document, written by somebody else.</summary>
    protected abstract Task<IAmoCrmTokenStore> GivenAsync(string document);
}
