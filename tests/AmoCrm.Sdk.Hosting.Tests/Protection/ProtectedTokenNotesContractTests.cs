using AmoCrm.Sdk.Hosting.Tests.TestSupport;

namespace AmoCrm.Sdk.Hosting.Tests.Protection;

/// <summary>A protected store passes over no notes either.</summary>
public sealed class ProtectedTokenNotesContractTests : TokenNotesContract, IDisposable
{
    private readonly ProtectedPlace _place = new();

    public void Dispose() => _place.Dispose();

    protected override string Time => "\"2030-01-31T12:00:00Z\"";

    protected override async Task<IAmoCrmTokenStore> GivenAsync(string document)
    {
        await _place.File.WriteAsync(document);
        return _place.Store();
    }
}
