using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>A store in memory with documents in it.</summary>
internal static class InMemoryPlace
{
    public static InMemorySettingsStore With(this InMemorySettingsStore store, params string[] documents)
    {
        foreach (var document in documents)
        {
            store.Put(JsonNode.Parse(document)!.AsObject());
        }

        return store;
    }
}
