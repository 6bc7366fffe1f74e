using System.Net.Http.Headers;
using System.Net.Http.Json;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers.Models;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>The baseline: <see cref="HttpClient"/> and System.Text.Json's source generator, by hand.</summary>
internal sealed class PlainClient : IDisposable
{
    private readonly HttpClient _http;

    public PlainClient(HttpMessageHandler handler)
    {
        _http = Create(handler);
    }

    /// <summary>An <see cref="HttpClient"/> with the headers that every request to amoCRM needs.</summary>
    public static HttpClient Create(HttpMessageHandler handler)
    {
        var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri($"https://{SdkOptions.Host}/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SdkOptions.AccessToken);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        http.DefaultRequestHeaders.UserAgent.ParseAdd("benchmarks");
        return http;
    }

    public Task<LeadDto?> GetLeadAsync(long id) => _http.GetFromJsonAsync($"api/v4/leads/{id}", PeerJsonContext.Default.LeadDto);

    public void Dispose() => _http.Dispose();
}
