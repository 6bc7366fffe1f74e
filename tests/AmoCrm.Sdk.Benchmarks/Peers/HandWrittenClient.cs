using System.Net.Http.Json;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The baseline: <see cref="HttpClient"/> and System.Text.Json's source generator, by hand.</summary>
internal sealed class HandWrittenClient(ICallServer server) : IPeerClient
{
    private readonly HttpClient _http = PeerHttp.Create(server);

    public Task<LeadDto?> GetLeadAsync(long id) => _http.GetFromJsonAsync($"api/v4/leads/{id}", PeerJsonContext.Default.LeadDto);

    public Task<LeadPageDto?> GetLeadsAsync() => _http.GetFromJsonAsync(PeerHttp.PagePath, PeerJsonContext.Default.LeadPageDto);

    public async Task<CreatedPageDto?> CreateLeadsAsync(List<NewLeadDto> leads)
    {
        using var response = await _http.PostAsJsonAsync("api/v4/leads", leads, PeerJsonContext.Sending.ListNewLeadDto);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(PeerJsonContext.Default.CreatedPageDto);
    }

    public void Dispose() => _http.Dispose();
}
