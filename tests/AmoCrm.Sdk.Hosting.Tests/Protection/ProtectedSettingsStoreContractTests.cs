using System.Text.Json.Nodes;
using AmoCrm.Sdk.Hosting.Tests.TestSupport;

namespace AmoCrm.Sdk.Hosting.Tests.Protection;

/// <summary>A protected store does what every store does.</summary>
public sealed class ProtectedSettingsStoreContractTests : SettingsStoreContract, IDisposable
{
    private readonly ProtectedPlace _place = new();

    public void Dispose() => _place.Dispose();

    protected override async Task<IAmoCrmSettingsStore> GivenAsync(params string[] documents)
    {
        await _place.File.WriteAsync(documents);
        return _place.Store();
    }

    protected override Task<JsonObject> DocumentAsync(string agentId) => _place.PlainDocumentAsync(agentId);

    protected override Task ReplaceAsync(string agentId, string document) => _place.File.ReplaceAsync(agentId, document);
}
