using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>The JSON file keeps tokens as every store does.</summary>
public sealed class JsonFileTokenStoreContractTests : TokenStoreContract, IDisposable
{
    private static readonly DateTimeOffset Now = new(2030, 1, 31, 9, 30, 0, TimeSpan.Zero);

    private readonly JsonFilePlace _place = new();

    public void Dispose() => _place.Dispose();

    protected override async Task<IAmoCrmTokenStore> GivenAsync(params string[] documents)
    {
        await _place.WriteAsync(documents);
        return await AnotherAsync();
    }

    protected override Task<IAmoCrmTokenStore> AnotherAsync() => Task.FromResult<IAmoCrmTokenStore>(_place.Store(new StoppedClock(Now)));

    protected override Task<JsonObject> DocumentAsync(string agentId) => _place.DocumentAsync(agentId);

    protected override Task ReplaceAsync(string agentId, string document) => _place.ReplaceAsync(agentId, document);

    protected override Task<DateTimeOffset> NowAsync() => Task.FromResult(Now);
}
