using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;

namespace AmoCrm.Sdk.Hosting.Tests.TestSupport;

/// <summary>A settings file whose secrets are protected, for one test: the store in front, and what somebody else sees and does behind it.</summary>
internal sealed class ProtectedPlace : IDisposable
{
    private readonly JsonFilePlace _file = new();

    /// <summary>The keys.</summary>
    public IDataProtectionProvider Keys { get; } = new EphemeralDataProtectionProvider();

    /// <summary>The file as it is, without protection.</summary>
    public JsonFilePlace File => _file;

    public ProtectedSettingsStore Store(TimeProvider? time = null, IDataProtectionProvider? keys = null) => new(_file.Store(time), keys ?? Keys);

    /// <summary>The document of an agent, its protected values put back into plain text by somebody who has the keys.</summary>
    public async Task<JsonObject> PlainDocumentAsync(string agentId)
    {
        var document = await _file.DocumentAsync(agentId);
        var protector = new SecretProtector(Keys, agentId);
        Reveal(document);
        return document;

        void Reveal(JsonNode? node)
        {
            foreach (var (name, value) in node is JsonObject members ? members.ToList() : [])
            {
                if (value is JsonValue text && text.TryGetValue(out string? stored) && SecretProtector.IsProtected(stored))
                {
                    var key = name.StartsWith("amocrm_", StringComparison.Ordinal) ? name : $"amocrm_{name}";
                    node![name] = protector.Unprotect(key, stored).Reveal();
                }

                Reveal(value);
            }

            foreach (var item in node as JsonArray ?? [])
            {
                Reveal(item);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
