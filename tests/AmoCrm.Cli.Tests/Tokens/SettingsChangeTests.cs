using AmoCrm.Cli.Connection;
using AmoCrm.Cli.Tokens;
using AmoCrm.Sdk;

namespace AmoCrm.Cli.Tests.Tokens;

public sealed class SettingsChangeTests
{
    private static readonly AmoCrmSettings Old = new() { Subdomain = "mycompany", ClientSecret = "old", AccessToken = "access-1", RefreshToken = "refresh-1" };

    [Fact]
    public async Task A_pair_that_a_service_writes_meanwhile_stays()
    {
        var store = await BusyStore.WithAsync(Old, rotations: 1);
        using var opened = new OpenStore(store, "a test");

        await SettingsChange.SaveAsync(opened, "default", settings => settings with { ClientSecret = "mended", RedirectUri = "https://example.com/" }, CancellationToken.None);

        Assert.Equal(
            Old with { ClientSecret = "mended", RedirectUri = "https://example.com/", AccessToken = "rotated-1", RefreshToken = "rotated-1" },
            await store.ResolveAsync("default", CancellationToken.None));
    }

    [Fact]
    public async Task Somebody_who_writes_without_end_is_not_fought_with()
    {
        var store = await BusyStore.WithAsync(Old, rotations: 100);
        using var opened = new OpenStore(store, "a test");

        var exception = await Assert.ThrowsAsync<CliFailureException>(
            () => SettingsChange.SaveAsync(opened, "default", settings => settings with { ClientSecret = "mended" }, CancellationToken.None));

        Assert.Contains("Nothing was changed", exception.Message, StringComparison.Ordinal);
        Assert.Equal("old", (await store.ResolveAsync("default", CancellationToken.None)).ClientSecret);
    }

    /// <summary>A store over which a service refreshes the tokens whenever somebody is about to write.</summary>
    private sealed class BusyStore(int rotations) : IAmoCrmTokenStore
    {
        private readonly InMemorySettingsStore _inner = new();
        private int _done;

        public static async Task<BusyStore> WithAsync(AmoCrmSettings settings, int rotations)
        {
            var store = new BusyStore(rotations);
            await store._inner.SaveAsync("default", settings);
            return store;
        }

        public ValueTask<AmoCrmSettings> ResolveAsync(string agentId, CancellationToken cancellationToken) => _inner.ResolveAsync(agentId, cancellationToken);

        public IAsyncEnumerable<string> ListAgentsAsync(CancellationToken cancellationToken = default) => _inner.ListAgentsAsync(cancellationToken);

        public Task<AmoCrmTokenRecord> ReadTokensAsync(string agentId, CancellationToken cancellationToken = default) => _inner.ReadTokensAsync(agentId, cancellationToken);

        public async Task SaveAsync(string agentId, AmoCrmSettings settings, CancellationToken cancellationToken = default)
        {
            await RotateAsync(agentId);
            await _inner.SaveAsync(agentId, settings, cancellationToken);
        }

        public async Task<bool> TryWriteTokensAsync(string agentId, AmoCrmTokenRecord expected, AmoCrmTokenRecord updated, CancellationToken cancellationToken = default)
        {
            await RotateAsync(agentId);
            return await _inner.TryWriteTokensAsync(agentId, expected, updated, cancellationToken);
        }

        private async Task RotateAsync(string agentId)
        {
            if (_done < rotations)
            {
                var read = await _inner.ReadTokensAsync(agentId);
                var token = $"rotated-{++_done}";
                Assert.True(await _inner.TryWriteTokensAsync(agentId, read, read with { Settings = read.Settings with { AccessToken = token, RefreshToken = token } }));
            }
        }
    }
}
