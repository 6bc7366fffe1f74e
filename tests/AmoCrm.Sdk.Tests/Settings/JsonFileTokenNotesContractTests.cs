namespace AmoCrm.Sdk.Tests.Settings;

/// <summary>The JSON file passes over no notes either.</summary>
public sealed class JsonFileTokenNotesContractTests : TokenNotesContract, IDisposable
{
    private readonly JsonFilePlace _place = new();

    public void Dispose() => _place.Dispose();

    protected override string Time => "\"2030-01-31T12:00:00Z\"";

    protected override async Task<IAmoCrmTokenStore> GivenAsync(string document)
    {
        await _place.WriteAsync(document);
        return _place.Store();
    }
}
