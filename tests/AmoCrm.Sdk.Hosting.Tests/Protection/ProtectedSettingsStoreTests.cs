using System.Text.Json.Nodes;
using AmoCrm.Sdk.Hosting.Tests.TestSupport;
using Microsoft.AspNetCore.DataProtection;

namespace AmoCrm.Sdk.Hosting.Tests.Protection;

public sealed class ProtectedSettingsStoreTests : IDisposable
{
    private const string Plain = """
        { "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_client_id": "id", "amocrm_client_secret": "secret-canary",
          "amocrm_redirect_uri": "https://example.com/cb", "amocrm_access_token": "access-canary", "amocrm_refresh_token": "refresh-canary" } }
        """;

    private static readonly DateTimeOffset Noon = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Secrets = ["amocrm_client_secret", "amocrm_access_token", "amocrm_refresh_token"];

    private readonly ProtectedPlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task What_is_saved_lies_protected_and_is_read_as_it_is()
    {
        var settings = Integration.Settings with { AccessToken = "access-canary", RefreshToken = "refresh-canary" };
        var store = await GivenAsync();
        await store.SaveAsync("sales", settings, TestContext.Current.CancellationToken);

        Assert.Equal(settings, await store.ResolveAsync("sales", TestContext.Current.CancellationToken));
        var document = await _place.File.DocumentAsync("sales");
        Assert.DoesNotContain("canary", document.ToJsonString(), StringComparison.Ordinal);
        Assert.All(Secrets, key => Assert.StartsWith("protected:v1:", (string?)document["settings"]![key], StringComparison.Ordinal));
        Assert.Equal("mycompany", (string?)document["settings"]!["amocrm_subdomain"]);
        Assert.Equal(Integration.ClientId, (string?)document["settings"]!["amocrm_client_id"]);
        Assert.Equal(["sales"], await store.ListAgentsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Plain_values_are_read_as_they_are_and_are_protected_when_they_are_saved()
    {
        var store = await GivenAsync(Plain);
        var settings = await store.ResolveAsync("sales", TestContext.Current.CancellationToken);
        Assert.Equal("refresh-canary", settings.RefreshToken);

        await store.SaveAsync("sales", settings, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("canary", (await _place.File.DocumentAsync("sales")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(settings, await store.ResolveAsync("sales", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_refresh_protects_the_tokens_it_writes_and_leaves_alone_what_it_does_not()
    {
        var store = await GivenAsync(Plain);
        var read = await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken);

        Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Notes = read.Notes with { Lease = new AmoCrmTokenLease("me", Noon) } }, TestContext.Current.CancellationToken));
        var leased = await _place.File.DocumentAsync("sales");
        read = await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken);
        Assert.True(await store.TryWriteTokensAsync(
            "sales",
            read,
            read with
            {
                Settings = read.Settings with { AccessToken = "new-access-canary", RefreshToken = "new-refresh-canary" },
                Notes = read.Notes with { Previous = new AmoCrmTokenPair("access-canary", "refresh-canary", Noon), Aside = [new AmoCrmTokenPair(null, "aside-canary", Noon)] },
            },
            TestContext.Current.CancellationToken));

        Assert.All(Secrets, key => Assert.EndsWith("canary", (string?)leased["settings"]![key], StringComparison.Ordinal));
        var document = await _place.File.DocumentAsync("sales");
        Assert.Equal("secret-canary", (string?)document["settings"]!["amocrm_client_secret"]);
        document["settings"]!.AsObject().Remove("amocrm_client_secret");
        Assert.DoesNotContain("canary", document.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(5, document.ToJsonString().Split("protected:v1:").Length - 1);
        var again = await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken);
        Assert.Equal("new-refresh-canary", again.Settings.RefreshToken);
        Assert.Equal(new AmoCrmTokenPair("access-canary", "refresh-canary", Noon), again.Notes.Previous);
        Assert.Equal([new AmoCrmTokenPair(null, "aside-canary", Noon)], again.Notes.Aside);
    }

    [Fact]
    public async Task A_client_secret_that_is_changed_beside_the_tokens_is_protected_too()
    {
        var store = await GivenAsync(Plain);
        await ChangeAsync(store, record => record with { Settings = record.Settings with { ClientId = "other", ClientSecret = "other-secret-canary", RedirectUri = "https://example.com/other" } });

        var settings = (await _place.File.DocumentAsync("sales"))["settings"]!;
        Assert.StartsWith("protected:v1:", (string?)settings["amocrm_client_secret"], StringComparison.Ordinal);
        Assert.Equal(["other", "https://example.com/other"], [(string?)settings["amocrm_client_id"], (string?)settings["amocrm_redirect_uri"]]);
        Assert.Equal("refresh-canary", (string?)settings["amocrm_refresh_token"]);
        Assert.Equal("other-secret-canary", (await store.ResolveAsync("sales", TestContext.Current.CancellationToken)).ClientSecret);
    }

    [Fact]
    public async Task What_has_not_changed_keeps_its_protected_text()
    {
        var store = await GivenAsync();
        var settings = Integration.Settings with { AccessToken = "access", RefreshToken = "refresh" };
        await store.SaveAsync("sales", settings, TestContext.Current.CancellationToken);
        await ChangeAsync(store, record => record with { Notes = record.Notes with { Previous = new AmoCrmTokenPair("p", "p", Noon), Aside = [new AmoCrmTokenPair("a", "a", Noon)] } });
        var before = await TextsAsync();

        await store.SaveAsync("sales", settings with { RedirectUri = "https://example.com/other" }, TestContext.Current.CancellationToken);
        await ChangeAsync(store, record => record with { Notes = record.Notes with { RefreshedAt = Noon } });

        Assert.Equal(before, await TextsAsync());

        async Task<IEnumerable<string>> TextsAsync() =>
            System.Text.RegularExpressions.Regex.Matches((await _place.File.DocumentAsync("sales")).ToJsonString(), "protected:v1:[^\"]+").Select(match => match.Value);
    }

    [Fact]
    public async Task The_state_in_the_document_is_the_right_one_for_those_without_the_keys()
    {
        var store = await GivenAsync();
        await store.SaveAsync("sales", Integration.Settings with { AccessToken = "access", RefreshToken = "refresh" }, TestContext.Current.CancellationToken);
        await ChangeAsync(store, record => record with
        {
            Notes = record.Notes with { Spending = new AmoCrmTokenSpending(TokenFingerprint.Of(record.Settings), "me", Noon, 2, AmoCrmSpendingState.Refused) },
        });

        Assert.Equal("reauthorization_required", (string?)(await _place.File.DocumentAsync("sales"))["amocrm_sdk"]!["state"]);
        Assert.Equal(AmoCrmAuthorizationState.ReauthorizationRequired, (await _place.File.Store().ReadTokensAsync("sales", TestContext.Current.CancellationToken)).AuthorizationState);
        Assert.Equal(AmoCrmAuthorizationState.ReauthorizationRequired, (await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken)).AuthorizationState);

        await store.SaveAsync("sales", Integration.Settings with { AccessToken = "access", RefreshToken = "another" }, TestContext.Current.CancellationToken);
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken)).AuthorizationState);
    }

    [Fact]
    public async Task What_was_noted_about_a_plain_refresh_token_holds_once_it_is_protected()
    {
        var store = await GivenAsync(Plain);
        await ChangeAsync(_place.File.Store(), record => record with
        {
            Notes = record.Notes with { Spending = new AmoCrmTokenSpending(TokenFingerprint.Of(record.Settings), "me", Noon, 1, AmoCrmSpendingState.OutcomeUnknown) },
        });

        await store.SaveAsync("sales", await store.ResolveAsync("sales", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Equal(AmoCrmAuthorizationState.OutcomeUnknown, (await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken)).AuthorizationState);
    }

    [Theory]
    [InlineData("amocrm_client_secret")]
    [InlineData("amocrm_access_token")]
    [InlineData("amocrm_refresh_token")]
    public async Task A_value_that_cannot_be_read_is_named_with_its_agent_and_the_remedy(string key)
    {
        var settings = new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "access-canary" };
        await _place.File.WriteAsync();
        var lost = _place.Store(keys: new EphemeralDataProtectionProvider());
        await lost.SaveAsync("sales", Integration.Settings with { AccessToken = "lost-canary", RefreshToken = "lost-canary" }, TestContext.Current.CancellationToken);
        var stored = (string?)(await _place.File.DocumentAsync("sales"))["settings"]![key];
        var document = JsonNode.Parse(Plain)!;
        document["settings"]![key] = stored;
        await _place.File.WriteAsync(document.ToJsonString());
        var store = _place.Store();

        await RefusedAsync(async () => await store.ResolveAsync("sales", TestContext.Current.CancellationToken));
        await RefusedAsync(() => store.ReadTokensAsync("sales", TestContext.Current.CancellationToken));

        // And the remedy works.
        await store.SaveAsync("sales", settings, TestContext.Current.CancellationToken);
        Assert.Equal(settings, await store.ResolveAsync("sales", TestContext.Current.CancellationToken));

        async Task RefusedAsync(Func<Task> read)
        {
            var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(read);
            Assert.Contains(key, exception.Message, StringComparison.Ordinal);
            Assert.Contains("'sales'", exception.Message, StringComparison.Ordinal);
            Assert.Contains("key ring", exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(stored!, exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_value_is_of_no_use_to_another_agent_or_key()
    {
        var store = await GivenAsync();
        await store.SaveAsync("sales", Integration.Settings with { AccessToken = "access", RefreshToken = "refresh" }, TestContext.Current.CancellationToken);
        var sales = await _place.File.DocumentAsync("sales");

        var support = JsonNode.Parse(sales.ToJsonString().Replace("\"sales\"", "\"support\"", StringComparison.Ordinal))!;
        var swapped = JsonNode.Parse(sales.ToJsonString().Replace("\"sales\"", "\"swapped\"", StringComparison.Ordinal))!;
        swapped["settings"]!["amocrm_access_token"] = (string?)sales["settings"]!["amocrm_client_secret"];
        await _place.File.WriteAsync(support.ToJsonString(), swapped.ToJsonString());

        await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync("support", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync("swapped", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("protected:v1:")]
    [InlineData("protected:v1:canary")]
    [InlineData("protected:v2:canary")]
    [InlineData("protected:canary")]
    public async Task A_value_that_only_looks_protected_is_never_taken_for_a_token(string value)
    {
        var store = await GivenAsync($$"""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_access_token": "{{value}}" } }""");
        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(async () => await store.ResolveAsync("sales", TestContext.Current.CancellationToken));
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_was_read_past_the_protection_is_not_protected_again()
    {
        var store = await GivenAsync();
        await store.SaveAsync("sales", Integration.Settings, TestContext.Current.CancellationToken);
        var raw = await _place.File.Store().ResolveAsync("sales", TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => store.SaveAsync("support", raw, TestContext.Current.CancellationToken));

        Assert.Contains("amocrm_client_secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_pairs_whose_keys_are_lost_do_not_stop_an_agent_that_was_authorised_again_and_stay_where_they_are()
    {
        await _place.File.WriteAsync();
        var lost = _place.Store(keys: new EphemeralDataProtectionProvider());
        await lost.SaveAsync("sales", Integration.Settings with { RefreshToken = "lost" }, TestContext.Current.CancellationToken);
        await ChangeAsync(lost, record => record with { Notes = record.Notes with { Previous = new AmoCrmTokenPair("p", "p", Noon), Aside = [new AmoCrmTokenPair("a", "a", Noon)] } });
        var before = (await _place.File.DocumentAsync("sales"))["amocrm_sdk"]!;

        var store = _place.Store();
        await store.SaveAsync("sales", Integration.Settings with { AccessToken = "new", RefreshToken = "new" }, TestContext.Current.CancellationToken);
        var record = await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken);
        Assert.Null(record.Notes.Previous);
        Assert.Empty(record.Notes.Aside);
        Assert.True(await store.TryWriteTokensAsync("sales", record, record with { Notes = record.Notes with { Aside = [new AmoCrmTokenPair("b", "b", Noon)] } }, TestContext.Current.CancellationToken));

        var after = (await _place.File.DocumentAsync("sales"))["amocrm_sdk"]!;
        Assert.Equal(before["previous"]!.ToJsonString(), after["previous"]!.ToJsonString());
        Assert.Equal(before["aside"]![0]!.ToJsonString(), after["aside"]![0]!.ToJsonString());
        Assert.Equal([new AmoCrmTokenPair("b", "b", Noon)], (await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken)).Notes.Aside);
    }

    [Fact]
    public async Task No_refresh_token_is_spent_while_the_new_one_could_not_be_protected()
    {
        await _place.File.WriteAsync(Plain);
        var store = _place.Store(keys: new BrokenKeys());
        var read = await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken);
        var spending = new AmoCrmTokenSpending(TokenFingerprint.Of(read.Settings), "me", Noon, 1, AmoCrmSpendingState.Pending);

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() =>
            store.TryWriteTokensAsync("sales", read, read with { Notes = read.Notes with { Spending = spending } }, TestContext.Current.CancellationToken));

        Assert.Contains("amocrm_refresh_token", exception.Message, StringComparison.Ordinal);
        Assert.Contains("key ring", exception.Message, StringComparison.Ordinal);
        Assert.Null((await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken)).Notes.Spending);
    }

    private static async Task ChangeAsync(IAmoCrmTokenStore store, Func<AmoCrmTokenRecord, AmoCrmTokenRecord> change)
    {
        var read = await store.ReadTokensAsync("sales", TestContext.Current.CancellationToken);
        Assert.True(await store.TryWriteTokensAsync("sales", read, change(read), TestContext.Current.CancellationToken));
    }

    private async Task<ProtectedSettingsStore> GivenAsync(params string[] documents)
    {
        await _place.File.WriteAsync(documents);
        return _place.Store();
    }

    /// <summary>A key ring that cannot be read.</summary>
    private sealed class BrokenKeys : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw new System.Security.Cryptography.CryptographicException("no keys");

        public byte[] Unprotect(byte[] protectedData) => throw new System.Security.Cryptography.CryptographicException("no keys");
    }
}
