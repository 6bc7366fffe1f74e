using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using Refit;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>Refit, with the same source generated JSON as the baseline.</summary>
internal sealed class RefitClient : IPeerClient
{
    private readonly HttpClient _http;
    private readonly IRefitLeads _leads;

    public RefitClient(ICallServer server)
    {
        _http = PeerHttp.Create(server);
        _leads = RestService.For<IRefitLeads>(_http, new RefitSettings(new SystemTextJsonContentSerializer(PeerJsonContext.Sending.Options)));
    }

    public Task<LeadDto?> GetLeadAsync(long id) => _leads.GetLeadAsync(id);

    public Task<LeadPageDto?> GetLeadsAsync() => _leads.GetLeadsAsync();

    public Task<CreatedPageDto?> CreateLeadsAsync(List<NewLeadDto> leads) => _leads.CreateLeadsAsync(leads);

    public void Dispose() => _http.Dispose();
}
