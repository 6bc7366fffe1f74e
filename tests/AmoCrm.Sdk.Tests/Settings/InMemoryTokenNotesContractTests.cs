namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>The memory passes over no notes either.</summary>
public sealed class InMemoryTokenNotesContractTests : TokenNotesContract
{
    protected override string Time => "\"2030-01-31T12:00:00Z\"";

    protected override Task<IAmoCrmTokenStore> GivenAsync(string document) => Task.FromResult<IAmoCrmTokenStore>(new InMemorySettingsStore().With(document));
}
