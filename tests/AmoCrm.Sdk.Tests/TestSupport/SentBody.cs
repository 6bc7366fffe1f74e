using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>What the SDK sends for a call by name. Nothing is answered but a refusal: only the body counts.</summary>
internal sealed class SentBody : HttpMessageHandler
{
    private readonly List<JsonNode?> _bodies = [];

    /// <summary>The body of the only request.</summary>
    public static async Task<JsonNode?> OfAsync(string handler, JsonObject arguments, CancellationToken cancellationToken)
    {
        using var network = new SentBody();
        await using var client = new AmoCrmClient(new AmoCrmClientOptions
        {
            ApplicationName = "Tests",
            HttpMessageHandler = network,
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "verba", AccessToken = "token" }),
        }.OneAttempt());
        using var document = JsonDocument.Parse(arguments.ToJsonString());
        await Assert.ThrowsAnyAsync<AmoCrmApiException>(() => client.InvokeAsync(handler, document.RootElement, cancellationToken));
        return Assert.Single(network._bodies);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _bodies.Add(request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken)));
        return new HttpResponseMessage(HttpStatusCode.BadRequest) { RequestMessage = request };
    }
}
