using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace AmoCrm.Sdk.Benchmarks.Peers;

/// <summary>Kiota's abstractions, used as the code that Kiota generates uses them. Its own retry and redirect handlers are left out.</summary>
internal sealed class KiotaClient : IPeerClient
{
    private readonly HttpClient _http;
    private readonly HttpClientRequestAdapter _adapter;

    public KiotaClient(ICallServer server)
    {
        _http = PeerHttp.Create(server);

        // A registry, unlike the factory itself, takes amoCRM's application/hal+json for the JSON that it is.
        var parsers = new ParseNodeFactoryRegistry();
        parsers.ContentTypeAssociatedFactories[PeerHttp.Json] = new JsonParseNodeFactory();
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), parsers, new JsonSerializationWriterFactory(), _http)
        {
            BaseUrl = server.Address.ToString().TrimEnd('/'),
        };
    }

    public Task<LeadDto?> GetLeadAsync(long id) => SendAsync<LeadDto>(Request(Method.GET, "{+baseurl}/api/v4/leads/{id}", new(StringComparer.Ordinal) { ["id"] = id }));

    public Task<LeadPageDto?> GetLeadsAsync() => SendAsync<LeadPageDto>(Request(
        Method.GET,
        "{+baseurl}/api/v4/leads{?with,page,limit}",
        new(StringComparer.Ordinal) { ["with"] = "contacts", ["page"] = 1, ["limit"] = 250 }));

    public Task<CreatedPageDto?> CreateLeadsAsync(List<NewLeadDto> leads)
    {
        var request = Request(Method.POST, "{+baseurl}/api/v4/leads", new(StringComparer.Ordinal));
        request.SetContentFromParsable(_adapter, PeerHttp.Json, leads);
        return SendAsync<CreatedPageDto>(request);
    }

    public void Dispose()
    {
        _adapter.Dispose();
        _http.Dispose();
    }

    private static RequestInformation Request(Method method, string template, Dictionary<string, object> parameters)
    {
        var request = new RequestInformation(method, template, parameters);
        request.Headers.TryAdd("Accept", PeerHttp.Json);
        return request;
    }

    private Task<T?> SendAsync<T>(RequestInformation request)
        where T : IParsable, new() => _adapter.SendAsync(request, static _ => new T());
}
