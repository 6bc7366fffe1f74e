using System.Net.Http.Headers;
using AmoCrm.Sdk.Benchmarks.Data;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>What all peers send with.</summary>
internal static class PeerHttp
{
    public const string Json = "application/json";
    public const string UserAgent = "benchmarks";
    public const string PagePath = "api/v4/leads?with=contacts&page=1&limit=250";

    /// <summary>An <see cref="HttpClient"/> with the headers that every request to amoCRM needs.</summary>
    public static HttpClient Create(ICallServer server)
    {
        var http = new HttpClient(server.CreateHandler()) { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SdkOptions.AccessToken);
        http.DefaultRequestHeaders.Accept.ParseAdd(Json);
        http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
        return http;
    }
}
