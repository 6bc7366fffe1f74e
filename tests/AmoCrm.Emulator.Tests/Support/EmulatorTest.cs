using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace AmoCrm.Emulator.Tests;

/// <summary>A fresh demo account for each test, asked over HTTP only.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    protected AmoCrmEmulator Crm { get; private set; } = null!;

    protected HttpClient Client { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Crm = await AmoCrmEmulator.StartAsync(Options(), Cancellation);
        Client = Crm.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Crm.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual AmoCrmEmulatorOptions Options() => new();

    protected Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    protected Task<Reply> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    protected Task<Reply> PatchAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body);

    protected Task<Reply> DeleteAsync(string path, string? body = null) => SendAsync(HttpMethod.Delete, path, body);

    /// <summary>Sends; a path without a slash in front is under <c>/api/v4/</c>.</summary>
    protected async Task<Reply> SendAsync(HttpMethod method, string path, string? body = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path.StartsWith('/') ? path : "/api/v4/" + path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await (client ?? Client).SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        return new Reply(response.StatusCode, response.Content.Headers.ContentType?.MediaType, text, response.Headers.ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Creates one object and gives its id.</summary>
    protected async Task<long> CreateAsync(string collection, string item)
    {
        var reply = await PostAsync(collection, $"[{item}]");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var embedded = Assert.IsType<JsonObject>(reply.Json["_embedded"]);
        return embedded.Single().Value![0]!["id"]!.GetValue<long>();
    }

    /// <summary>A token call: <paramref name="name"/> is the member that carries the code or refresh token.</summary>
    protected Task<Reply> ExchangeAsync(string grant, string name, string value, string? redirect = null, HttpClient? client = null)
    {
        var body = new JsonObject
        {
            ["client_id"] = Crm.ClientId,
            ["client_secret"] = Crm.ClientSecret,
            ["grant_type"] = grant,
            [name] = value,
            ["redirect_uri"] = redirect ?? Crm.RedirectUri,
        };
        return SendAsync(HttpMethod.Post, "/oauth2/access_token", body.ToJsonString(), client);
    }

    protected Task<Reply> RefreshAsync(string token, HttpClient? client = null) => ExchangeAsync("refresh_token", "refresh_token", token, client: client);

    /// <summary>A refresh that must work: the new pair.</summary>
    protected async Task<(string Access, string Refresh)> RotateAsync(string token, HttpClient? client = null)
    {
        var reply = await RefreshAsync(token, client);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return (reply.Json["access_token"]!.ToString(), reply.Json["refresh_token"]!.ToString());
    }

    /// <summary>What <c>GET /api/v4/account</c> says to a token.</summary>
    protected async Task<HttpStatusCode> StatusOfAsync(string accessToken)
    {
        using var client = Crm.CreateClient(accessToken);
        return (await SendAsync(HttpMethod.Get, "account", client: client)).Status;
    }

    /// <summary>A client of any host, without a token, that does not follow redirects.</summary>
    protected HttpClient Stranger(string? host)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Crm.BaseAddress };
        client.DefaultRequestHeaders.Host = host;
        return client;
    }

    /// <summary>Waits for something that the server does in its own time.</summary>
    protected static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(5, Cancellation);
        }
    }

    /// <summary>The events of a type, newest first.</summary>
    protected async Task<JsonArray> EventsAsync(string type)
    {
        var reply = await GetAsync($"events?filter[type][]={type}");
        return reply.Status == HttpStatusCode.NoContent ? [] : reply.Json["_embedded"]!["events"]!.AsArray();
    }
}
