using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>The memory does what every store does.</summary>
public sealed class InMemorySettingsStoreContractTests : SettingsStoreContract
{
    private readonly InMemorySettingsStore _store = new();

    protected override Task<IAmoCrmSettingsStore> GivenAsync(params string[] documents) => Task.FromResult<IAmoCrmSettingsStore>(_store.With(documents));

    protected override Task<JsonObject> DocumentAsync(string agentId) => Task.FromResult(_store.Document(agentId));

    protected override Task ReplaceAsync(string agentId, string document) => Task.FromResult(_store.With(document));
}
