namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>Which settings are written along with tokens.</summary>
public abstract partial class TokenStoreContract
{
    [Fact]
    public async Task Settings_that_are_not_changed_are_not_written()
    {
        var store = await GivenAsync(Legacy);
        var read = await store.ReadTokensAsync("sales");
        await ReplaceAsync("sales", """
            { "agent_id": "sales", "settings": { "amocrm_subdomain": "renamed", "amocrm_domain": "kommo.com", "amocrm_client_id": "id", "amocrm_redirect_uri": "https://example.com/cb",
              "amocrm_refresh_token": "refresh-canary" } }
            """);

        Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { AccessToken = "new", ClientSecret = "ours" } }));

        Assert.Equal(
            new AmoCrmSettings
            {
                Subdomain = "renamed",
                Domain = "kommo.com",
                ClientId = "id",
                ClientSecret = "ours",
                RedirectUri = "https://example.com/cb",
                AccessToken = "new",
                RefreshToken = "refresh-canary",
            },
            await store.ResolveAsync("sales", default));
    }

    [Fact]
    public async Task Every_setting_can_be_changed_and_removed()
    {
        var store = await GivenAsync(Legacy);
        AmoCrmSettings[] stages =
        [
            new() { Subdomain = "one", Domain = "kommo.com", ClientId = "id", ClientSecret = "secret", RedirectUri = "https://example.com/cb", AccessToken = "a", RefreshToken = "r" },
            new() { Subdomain = "two", Domain = "amocrm.ru", ClientId = "other", ClientSecret = "other", RedirectUri = "https://example.com/other", AccessToken = "b", RefreshToken = "s" },
            new() { Subdomain = "two" },
        ];
        foreach (var stage in stages)
        {
            var read = await store.ReadTokensAsync("sales");
            Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Settings = stage }));
            Assert.Equal(stage, await store.ResolveAsync("sales", default));
        }

        Assert.Equal("theirs", (string?)(await DocumentAsync("sales"))["settings"]!["llm_key"]);
    }

    [Fact]
    public async Task Whoever_changes_a_setting_does_not_bring_back_tokens_that_were_replaced_meanwhile()
    {
        var store = await GivenAsync(Legacy);
        var read = await store.ReadTokensAsync("sales");
        Assert.True(await ChangeAsync(await AnotherAsync(), notes => notes with { RefreshedAt = Noon }, settings => settings with { AccessToken = "second", RefreshToken = "second" }));

        Assert.False(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { ClientSecret = "mended" } }));
        read = await store.ReadTokensAsync("sales");
        Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { ClientSecret = "mended" } }));

        Assert.Equal(
            new AmoCrmSettings { Subdomain = "mycompany", ClientSecret = "mended", AccessToken = "second", RefreshToken = "second" }, await store.ResolveAsync("sales", default));
    }
}
