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

    /// <summary>The events of a type, newest first.</summary>
    protected async Task<JsonArray> EventsAsync(string type)
    {
        var reply = await GetAsync($"events?filter[type][]={type}");
        return reply.Status == HttpStatusCode.NoContent ? [] : reply.Json["_embedded"]!["events"]!.AsArray();
    }
}
