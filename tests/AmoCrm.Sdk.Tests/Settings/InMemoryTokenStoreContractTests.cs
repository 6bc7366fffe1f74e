using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>The memory keeps tokens as every store does. Nobody else can look into it: another store over the same place is the same store.</summary>
public sealed class InMemoryTokenStoreContractTests : TokenStoreContract
{
    private static readonly DateTimeOffset Now = new(2030, 1, 31, 9, 30, 0, TimeSpan.Zero);

    private readonly InMemorySettingsStore _store = new(new StoppedClock(Now));

    protected override Task<IAmoCrmTokenStore> GivenAsync(params string[] documents) => Task.FromResult<IAmoCrmTokenStore>(_store.With(documents));

    protected override Task<IAmoCrmTokenStore> AnotherAsync() => Task.FromResult<IAmoCrmTokenStore>(_store);

    protected override Task<JsonObject> DocumentAsync(string agentId) => Task.FromResult(_store.Document(agentId));

    protected override Task ReplaceAsync(string agentId, string document) => Task.FromResult(_store.With(document));

    protected override Task<DateTimeOffset> NowAsync() => Task.FromResult(Now);
}
