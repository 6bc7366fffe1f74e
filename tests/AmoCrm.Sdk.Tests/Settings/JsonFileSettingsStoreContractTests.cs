using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>The JSON file does what every store does.</summary>
public sealed class JsonFileSettingsStoreContractTests : SettingsStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amocrm-settings-").FullName;
    private readonly JsonFileSettingsStore _store;

    public JsonFileSettingsStoreContractTests()
    {
        _store = new JsonFileSettingsStore(Path.Combine(_folder, "settings.json"));
    }

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    protected override async Task<IAmoCrmSettingsStore> GivenAsync(params string[] documents)
    {
        await File.WriteAllTextAsync(_store.Path, $"[{string.Join(",", documents)}]");
        return _store;
    }

    protected override async Task<JsonObject> DocumentAsync(string agentId) => Of(await ReadAsync(), agentId);

    protected override async Task ReplaceAsync(string agentId, string document)
    {
        var documents = await ReadAsync();
        documents.Remove(Of(documents, agentId));
        documents.Add(JsonNode.Parse(document));
        await File.WriteAllTextAsync(_store.Path, documents.ToJsonString());
    }

    private async Task<JsonArray> ReadAsync() => JsonNode.Parse(await File.ReadAllTextAsync(_store.Path))!.AsArray();

    private static JsonObject Of(JsonArray documents, string agentId) => documents.Select(document => document!.AsObject()).Single(document => (string?)document["agent_id"] == agentId);
}
