using System.Net.Http.Headers;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary><see cref="HttpClient"/> and Newtonsoft.Json, over streams.</summary>
internal sealed class NewtonsoftClient(ICallServer server) : IPeerClient
{
    private readonly HttpClient _http = PeerHttp.Create(server);

    public Task<LeadDto?> GetLeadAsync(long id) => GetAsync<LeadDto>($"api/v4/leads/{id}");

    public Task<LeadPageDto?> GetLeadsAsync() => GetAsync<LeadPageDto>(PeerHttp.PagePath);

    public async Task<CreatedPageDto?> CreateLeadsAsync(List<NewLeadDto> leads)
    {
        using var json = new MemoryStream();
        NewtonsoftJson.Write(json, leads);
        json.Position = 0;
        using var content = new StreamContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue(PeerHttp.Json);
        using var response = await _http.PostAsync("api/v4/leads", content);
        return await ReadAsync<CreatedPageDto>(response);
    }

    public void Dispose() => _http.Dispose();

    private async Task<T?> GetAsync<T>(string address)
    {
        using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        return await ReadAsync<T>(response);
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return NewtonsoftJson.Read<T>(await response.Content.ReadAsStreamAsync());
    }
}
