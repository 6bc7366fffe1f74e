using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Shared;

/// <summary>What every store of tokens does, whatever it keeps them in. Each store's tests derive from it.</summary>
public abstract partial class TokenStoreContract
{
    private const string Legacy = """
        { "agent_id": "sales", "note": "theirs", "settings": { "amocrm_subdomain": "mycompany", "llm_key": "theirs",
          "amocrm_access_token": "access-canary", "amocrm_refresh_token": "refresh-canary" } }
        """;

    private static readonly DateTimeOffset Noon = new(2030, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_document_of_older_software_has_no_notes()
    {
        var record = await (await GivenAsync(Legacy)).ReadTokensAsync("sales");

        Assert.Equal(new AmoCrmSettings { Subdomain = "mycompany", AccessToken = "access-canary", RefreshToken = "refresh-canary" }, record.Settings);
        Assert.Equal(AmoCrmTokenNotes.None with { Aside = record.Notes.Aside }, record.Notes);
        Assert.Empty(record.Notes.Aside);
        Assert.Equal(0, record.Notes.Version);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "version": 0, "lease": null, "spending": null, "previous": null, "aside": null, "refreshed_at": null }""")]
    [InlineData("""{ "aside": [] }""")]
    public async Task Notes_that_are_empty_are_as_good_as_none(string notes)
    {
        var store = await GivenAsync($$"""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany" }, "amocrm_sdk": {{notes}} }""");

        var record = await store.ReadTokensAsync("sales");

        Assert.Equal(AmoCrmTokenNotes.None with { Aside = record.Notes.Aside }, record.Notes);
        Assert.True(await store.TryWriteTokensAsync("sales", record, record));
        Assert.Equal(1, (await store.ReadTokensAsync("sales")).Notes.Version);
    }

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var store = await GivenAsync(Legacy);
        var read = await store.ReadTokensAsync("sales");
        var updated = read with
        {
            Settings = read.Settings with { Subdomain = "renamed", Domain = "kommo.com", AccessToken = "$new.access{canary}", RefreshToken = "new-refresh-canary" },
            Notes = new AmoCrmTokenNotes
            {
                Version = 17,
                Lease = new AmoCrmTokenLease("me", Noon.AddMilliseconds(123)),
                Spending = new AmoCrmTokenSpending("0123abcd", "me", Noon, 2, AmoCrmSpendingState.OutcomeUnknown),
                Previous = new AmoCrmTokenPair("old-access-canary", "old-refresh-canary", Noon.AddHours(-1)),
                Aside = [new AmoCrmTokenPair("first-canary", "first-refresh-canary", Noon.AddDays(-2)), new AmoCrmTokenPair(null, "second-refresh-canary", Noon.AddDays(-1))],
                RefreshedAt = Noon.ToOffset(TimeSpan.FromHours(3)),
            },
        };

        Assert.True(await store.TryWriteTokensAsync("sales", read, updated));

        var again = await store.ReadTokensAsync("sales");
        Assert.Equal(updated.Settings, again.Settings);
        Assert.Equal(updated.Settings, await store.ResolveAsync("sales", default));
        Assert.Equal(updated.Notes.Aside, again.Notes.Aside);
        Assert.Equal(updated.Notes with { Version = 1, Aside = again.Notes.Aside }, again.Notes);
        Assert.All([again.Notes.Lease!.Until, again.Notes.Spending!.At, again.Notes.RefreshedAt!.Value], time => Assert.Equal(TimeSpan.Zero, time.Offset));
    }

    [Theory]
    [InlineData(AmoCrmSpendingState.Pending)]
    [InlineData(AmoCrmSpendingState.OutcomeUnknown)]
    [InlineData(AmoCrmSpendingState.Refused)]
    public async Task Every_state_of_a_spending_is_kept(AmoCrmSpendingState state)
    {
        var store = await GivenAsync(Legacy);
        var spending = new AmoCrmTokenSpending("0123abcd", "me", Noon, 1, state);
        Assert.True(await ChangeAsync(store, notes => notes with { Spending = spending }));
        Assert.Equal(spending, (await store.ReadTokensAsync("sales")).Notes.Spending);
    }

    [Fact]
    public async Task What_is_gone_from_the_record_is_gone_from_the_document()
    {
        var store = await GivenAsync("""
            { "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_domain": "kommo.com", "amocrm_access_token": "a", "amocrm_refresh_token": "r" } }
            """);
        Assert.True(await ChangeAsync(store, notes => notes with
        {
            Lease = new AmoCrmTokenLease("me", Noon),
            Spending = new AmoCrmTokenSpending("0123abcd", "me", Noon, 1, AmoCrmSpendingState.Pending),
            Previous = new AmoCrmTokenPair("a", "r", Noon),
            Aside = [new AmoCrmTokenPair("a", "r", Noon)],
            RefreshedAt = Noon,
        }));
        var read = await store.ReadTokensAsync("sales");

        Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Settings = new AmoCrmSettings { Subdomain = "mycompany" }, Notes = AmoCrmTokenNotes.None }));

        var document = await DocumentAsync("sales");
        Assert.Equal(["amocrm_subdomain"], document["settings"]!.AsObject().Select(member => member.Key));
        Assert.Equal(["state", "version"], document["amocrm_sdk"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await store.ReadTokensAsync("sales")).Notes.Version);
    }

    [Fact]
    public async Task The_document_shows_the_state_for_others_to_look_at_and_nobody_reads_it()
    {
        var store = await GivenAsync("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_refresh_token": "r" }, "amocrm_sdk": { "state": "reauthorization_required" } }""");
        Assert.Equal(AmoCrmAuthorizationState.Authorized, (await store.ReadTokensAsync("sales")).AuthorizationState);

        Assert.True(await ChangeAsync(store, notes => notes with { RefreshedAt = Noon }));

        Assert.Equal("authorized", (string?)(await DocumentAsync("sales"))["amocrm_sdk"]!["state"]);
    }

    [Fact]
    public async Task What_others_keep_in_the_document_survives()
    {
        var store = await GivenAsync("""
            { "agent_id": "sales", "note": "Привет", "settings": { "amocrm_subdomain": "mycompany", "llm_key": "theirs", "amocrm_refresh_token": "r" },
              "amocrm_sdk": { "version": 6, "newer": { "member": [ "theirs" ] } } }
            """);

        Assert.True(await ChangeAsync(store, notes => notes with { Lease = new AmoCrmTokenLease("me", Noon) }, settings => settings with { RefreshToken = "new" }));

        var document = await DocumentAsync("sales");
        Assert.Equal("Привет", (string?)document["note"]);
        Assert.Equal("theirs", (string?)document["settings"]!["llm_key"]);
        Assert.Equal("theirs", (string?)document["amocrm_sdk"]!["newer"]!["member"]![0]);
        Assert.Equal("new", (string?)document["settings"]!["amocrm_refresh_token"]);
        Assert.Equal(7, (await store.ReadTokensAsync("sales")).Notes.Version);
    }

    [Fact]
    public async Task A_record_that_somebody_wrote_in_between_is_not_overwritten()
    {
        var store = await GivenAsync(Legacy);
        var read = await store.ReadTokensAsync("sales");
        Assert.True(await ChangeAsync(await AnotherAsync(), notes => notes with { Lease = new AmoCrmTokenLease("other", Noon) }));

        Assert.False(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { RefreshToken = "mine" }, Notes = read.Notes with { Lease = null } }));

        var now = await store.ReadTokensAsync("sales");
        Assert.Equal("other", now.Notes.Lease?.Owner);
        Assert.Equal("refresh-canary", now.Settings.RefreshToken);
    }

    [Theory]
    [InlineData("\"refresh-canary\"", "\"another\"")]
    [InlineData("\"refresh-canary\"", "null")]
    [InlineData("null", "\"another\"")]
    [InlineData("\"\"", "\"another\"")]
    [InlineData("\"refresh-canary\"", "17")]
    public async Task A_refresh_token_that_somebody_else_changed_is_not_overwritten(string before, string after)
    {
        var store = await GivenAsync(Document(before));
        var read = await store.ReadTokensAsync("sales");
        await ReplaceAsync("sales", Document(after));

        Assert.False(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { RefreshToken = "mine" } }));
        Assert.Equal(JsonNode.Parse(Document(after))!.ToJsonString(), (await DocumentAsync("sales")).ToJsonString());

        static string Document(string token) => $$"""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_refresh_token": {{token}} } }""";
    }

    [Fact]
    public async Task A_refresh_token_that_appeared_is_not_overwritten()
    {
        var store = await GivenAsync("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany" } }""");
        var read = await store.ReadTokensAsync("sales");
        await store.SaveAsync("sales", new AmoCrmSettings { Subdomain = "mycompany", RefreshToken = "theirs" });

        Assert.False(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { RefreshToken = "mine" } }));
        Assert.Equal("theirs", (await store.ResolveAsync("sales", default)).RefreshToken);
    }

    [Fact]
    public async Task Settings_that_a_person_saved_in_between_count_when_the_refresh_token_is_another()
    {
        var store = await GivenAsync(Legacy);
        var read = await store.ReadTokensAsync("sales");

        await store.SaveAsync("sales", read.Settings with { ClientSecret = "other" });
        Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Notes = read.Notes with { RefreshedAt = Noon } }));

        read = await store.ReadTokensAsync("sales");
        Assert.Equal("other", read.Settings.ClientSecret);
        await store.SaveAsync("sales", read.Settings with { RefreshToken = "theirs" });
        Assert.False(await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { RefreshToken = "mine" } }));
        Assert.Equal("theirs", (await store.ResolveAsync("sales", default)).RefreshToken);
        Assert.Equal(Noon, (await store.ReadTokensAsync("sales")).Notes.RefreshedAt);
    }

    [Theory]
    [InlineData(" refresh-canary\\n")]
    [InlineData("  ")]
    [InlineData("")]
    public async Task Spaces_around_a_refresh_token_do_not_stand_in_the_way(string stored)
    {
        var store = await GivenAsync($$"""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_refresh_token": "{{stored}}" } }""");
        var read = await store.ReadTokensAsync("sales");
        var rotated = read with { Settings = read.Settings with { RefreshToken = "new" } };

        Assert.True(await store.TryWriteTokensAsync("sales", read, read with { Notes = read.Notes with { RefreshedAt = Noon } }));
        Assert.False(await store.TryWriteTokensAsync("sales", read, rotated));
        Assert.True(await store.TryWriteTokensAsync("sales", await store.ReadTokensAsync("sales"), rotated));
        Assert.Equal("new", (await store.ResolveAsync("sales", default)).RefreshToken);
    }

    [Fact]
    public async Task What_was_written_can_be_compared_with_without_reading_it_again()
    {
        var store = await GivenAsync("""{ "agent_id": "sales", "settings": { "amocrm_subdomain": "mycompany", "amocrm_refresh_token": " first " } }""");
        var record = await store.ReadTokensAsync("sales");
        foreach (var token in (string[])["first", "second", "third"])
        {
            var updated = record with { Settings = record.Settings with { RefreshToken = token }, Notes = record.Notes with { Version = record.Notes.Version + 1 } };
            Assert.True(await store.TryWriteTokensAsync("sales", record, updated));
            record = updated;
        }

        Assert.Equal("third", (await store.ResolveAsync("sales", default)).RefreshToken);
    }

    [Fact]
    public async Task Of_many_that_write_at_once_one_wins_each_version_and_nothing_is_lost()
    {
        const int Writers = 32;
        IAmoCrmTokenStore[] stores = [await GivenAsync(Legacy), await AnotherAsync()];
        var first = await stores[0].ReadTokensAsync("sales");

        var wins = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer =>
            Task.Run(() => stores[writer % 2].TryWriteTokensAsync("sales", first, first with { Notes = first.Notes with { Lease = new AmoCrmTokenLease($"{writer}", Noon) } }))));

        var winner = Assert.Single(Enumerable.Range(0, Writers), writer => wins[writer]);
        var record = await stores[1].ReadTokensAsync("sales");
        Assert.Equal($"{winner}", record.Notes.Lease?.Owner);
        Assert.Equal(1, record.Notes.Version);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => CountUpAsync(stores[writer % 2]))));
        Assert.Equal(1 + Writers, (await stores[0].ReadTokensAsync("sales")).Notes.Version);
        Assert.Equal($"{Writers}", (await stores[0].ResolveAsync("sales", default)).RefreshToken?.Reveal());
    }

    [Fact]
    public async Task Two_stores_over_the_same_place_see_each_other()
    {
        var one = await GivenAsync(Legacy);
        var other = await AnotherAsync();

        Assert.True(await ChangeAsync(one, notes => notes with { RefreshedAt = Noon }, settings => settings with { RefreshToken = "new" }));

        var record = await other.ReadTokensAsync("sales");
        Assert.Equal(Noon, record.Notes.RefreshedAt);
        Assert.Equal("new", record.Settings.RefreshToken);
    }

    [Fact]
    public async Task Another_agent_is_none_of_it()
    {
        var store = await GivenAsync(Legacy, Legacy.Replace("sales", "support", StringComparison.Ordinal));
        var before = (await DocumentAsync("support")).ToJsonString();
        Assert.True(await ChangeAsync(store, notes => notes with { RefreshedAt = Noon }));
        Assert.Equal(before, (await DocumentAsync("support")).ToJsonString());
    }

    [Fact]
    public async Task An_agent_that_is_not_there_is_an_error_to_read_and_nothing_to_write_to()
    {
        var store = await GivenAsync(Legacy);

        var exception = await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => store.ReadTokensAsync("support"));
        Assert.Contains("'support'", exception.Message, StringComparison.Ordinal);

        var read = await store.ReadTokensAsync("sales");
        Assert.False(await store.TryWriteTokensAsync("support", read, read));
        await Assert.ThrowsAsync<AmoCrmConfigurationException>(() => store.ReadTokensAsync("support"));
    }

    [Fact]
    public async Task A_call_that_was_cancelled_reads_and_writes_nothing()
    {
        var store = await GivenAsync(Legacy);
        var read = await store.ReadTokensAsync("sales");
        var before = (await DocumentAsync("sales")).ToJsonString();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.ReadTokensAsync("sales", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.TryWriteTokensAsync("sales", read, read, cancelled));
        Assert.Equal(before, (await DocumentAsync("sales")).ToJsonString());
    }

    [Fact]
    public async Task The_time_is_that_of_the_store()
    {
        var store = await GivenAsync(Legacy);
        var before = await NowAsync();
        var record = await store.ReadTokensAsync("sales");
        Assert.InRange(record.ReadAt, before, await NowAsync());
        Assert.Equal(TimeSpan.Zero, record.ReadAt.Offset);
    }

    [Fact]
    public async Task A_record_shows_no_token()
    {
        var store = await GivenAsync(Legacy);
        Assert.True(await ChangeAsync(store, notes => notes with { Previous = new AmoCrmTokenPair("a-canary", "r-canary", Noon), Aside = [new AmoCrmTokenPair("a-canary", "r-canary", Noon)] }));
        var record = await store.ReadTokensAsync("sales");

        var shown = $"{record} {record.Tag} {record.Settings} {record.Notes} {record.Notes.Previous} {record.Notes.Aside[0]} {System.Text.Json.JsonSerializer.Serialize(record)}";

        Assert.DoesNotContain("canary", shown, StringComparison.Ordinal);
    }

    /// <summary>A store that holds these documents, written by somebody else.</summary>
    protected abstract Task<IAmoCrmTokenStore> GivenAsync(params string[] documents);

    /// <summary>Another store over the same place, as another process would have it.</summary>
    protected abstract Task<IAmoCrmTokenStore> AnotherAsync();

    /// <summary>The whole document of an agent as it is now, read by somebody else.</summary>
    protected abstract Task<JsonObject> DocumentAsync(string agentId);

    /// <summary>Somebody else puts another document in the place of an agent's.</summary>
    protected abstract Task ReplaceAsync(string agentId, string document);

    /// <summary>What the clock of the store shows, asked by somebody else.</summary>
    protected abstract Task<DateTimeOffset> NowAsync();

    private static async Task<bool> ChangeAsync(IAmoCrmTokenStore store, Func<AmoCrmTokenNotes, AmoCrmTokenNotes> notes, Func<AmoCrmSettings, AmoCrmSettings>? settings = null)
    {
        var read = await store.ReadTokensAsync("sales");
        return await store.TryWriteTokensAsync("sales", read, read with { Notes = notes(read.Notes), Settings = settings?.Invoke(read.Settings) ?? read.Settings });
    }

    // The refresh token is the count: a lost update would be missing from it.
    private static async Task CountUpAsync(IAmoCrmTokenStore store)
    {
        while (true)
        {
            var read = await store.ReadTokensAsync("sales");
            var count = int.TryParse(read.Settings.RefreshToken!.Reveal(), out var number) ? number : 0;
            if (await store.TryWriteTokensAsync("sales", read, read with { Settings = read.Settings with { RefreshToken = $"{count + 1}" } }))
            {
                return;
            }
        }
    }
}
