using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>A settings file for one test, and what somebody else does to it.</summary>
internal sealed class JsonFilePlace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amocrm-settings-").FullName;
    private readonly List<JsonFileSettingsStore> _stores = [];

    public string Path => System.IO.Path.Combine(_folder, "settings.json");

    public JsonFileSettingsStore Store(TimeProvider? time = null)
    {
        var store = new JsonFileSettingsStore(Path, time) { LockTimeout = TimeSpan.FromMinutes(1) };
        _stores.Add(store);
        return store;
    }

    public Task WriteAsync(params string[] documents) => File.WriteAllTextAsync(Path, $"[{string.Join(",", documents)}]");

    public async Task<JsonObject> DocumentAsync(string agentId) => Of(await ReadAsync(), agentId);

    public async Task ReplaceAsync(string agentId, string document)
    {
        var documents = await ReadAsync();
        documents.Remove(Of(documents, agentId));
        documents.Add(JsonNode.Parse(document));
        await File.WriteAllTextAsync(Path, documents.ToJsonString());
    }

    public void Dispose()
    {
        _stores.ForEach(store => store.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<JsonArray> ReadAsync() => JsonNode.Parse(await File.ReadAllTextAsync(Path))!.AsArray();

    private static JsonObject Of(JsonArray documents, string agentId) => documents.Select(document => document!.AsObject()).Single(document => (string?)document["agent_id"] == agentId);
}
