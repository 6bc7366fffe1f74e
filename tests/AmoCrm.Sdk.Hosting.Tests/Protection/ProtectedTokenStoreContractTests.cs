using System.Text.Json.Nodes;
using AmoCrm.Sdk.Hosting.Tests.TestSupport;

namespace AmoCrm.Sdk.Hosting.Tests.Protection;

/// <summary>A protected store keeps tokens as every store does.</summary>
public sealed class ProtectedTokenStoreContractTests : TokenStoreContract, IDisposable
{
    private static readonly DateTimeOffset Now = new(2030, 1, 31, 9, 30, 0, TimeSpan.Zero);

    private readonly ProtectedPlace _place = new();

    public void Dispose() => _place.Dispose();

    protected override async Task<IAmoCrmTokenStore> GivenAsync(params string[] documents)
    {
        await _place.File.WriteAsync(documents);
        return await AnotherAsync();
    }

    protected override Task<IAmoCrmTokenStore> AnotherAsync() => Task.FromResult<IAmoCrmTokenStore>(_place.Store(new StoppedClock(Now)));

    protected override Task<JsonObject> DocumentAsync(string agentId) => _place.PlainDocumentAsync(agentId);

    protected override Task ReplaceAsync(string agentId, string document) => _place.File.ReplaceAsync(agentId, document);

    protected override Task<DateTimeOffset> NowAsync() => Task.FromResult(Now);
}
