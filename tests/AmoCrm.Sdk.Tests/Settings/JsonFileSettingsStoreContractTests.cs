using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>The JSON file does what every store does.</summary>
public sealed class JsonFileSettingsStoreContractTests : SettingsStoreContract, IDisposable
{
    private readonly JsonFilePlace _place = new();

    public void Dispose() => _place.Dispose();

    protected override async Task<IAmoCrmSettingsStore> GivenAsync(params string[] documents)
    {
        await _place.WriteAsync(documents);
        return _place.Store();
    }

    protected override Task<JsonObject> DocumentAsync(string agentId) => _place.DocumentAsync(agentId);

    protected override Task ReplaceAsync(string agentId, string document) => _place.ReplaceAsync(agentId, document);
}
