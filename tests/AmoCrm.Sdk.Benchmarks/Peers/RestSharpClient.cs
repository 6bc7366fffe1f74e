using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using RestSharp;
using RestSharp.Serializers.Json;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>RestSharp, with the same source generated JSON as the baseline.</summary>
internal sealed class RestSharpClient : IPeerClient
{
    private readonly HttpClient _http;
    private readonly RestClient _client;

    public RestSharpClient(ICallServer server)
    {
        _http = PeerHttp.Create(server);
        _client = new RestClient(_http, configureSerialization: static serializers => serializers.UseSystemTextJson(PeerJsonContext.Sending.Options));
    }

    public Task<LeadDto?> GetLeadAsync(long id) => _client.GetAsync<LeadDto>(new RestRequest($"api/v4/leads/{id}"));

    public Task<LeadPageDto?> GetLeadsAsync() => _client.GetAsync<LeadPageDto>(new RestRequest(PeerHttp.PagePath));

    public Task<CreatedPageDto?> CreateLeadsAsync(List<NewLeadDto> leads) => _client.PostAsync<CreatedPageDto>(new RestRequest("api/v4/leads").AddJsonBody(leads));

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }
}
