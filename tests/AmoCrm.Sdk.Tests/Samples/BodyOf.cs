using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmoCrm.Sdk.Tests.Samples;

/// <summary>What the SDK sends for a call. Nothing is answered but a refusal: only the body counts.</summary>
internal sealed class BodyOf : HttpMessageHandler
{
    private readonly List<JsonNode?> _bodies = [];

    /// <summary>The body; of an array its only item.</summary>
    public static async Task<JsonNode?> CallAsync(SampleCall call, CancellationToken cancellationToken)
    {
        using var handler = new BodyOf();
        await using var client = new AmoCrmClient(new AmoCrmClientOptions
        {
            ApplicationName = "Tests",
            HttpMessageHandler = handler,
            SettingsResolver = new StaticSettingsResolver(new AmoCrmSettings { Subdomain = "verba", AccessToken = "token" }),
        });
        using var arguments = JsonDocument.Parse(call.Arguments.ToJsonString());
        await Assert.ThrowsAnyAsync<AmoCrmApiException>(() => client.InvokeAsync(call.Handler, arguments.RootElement, cancellationToken));
        var body = Assert.Single(handler._bodies);
        return body is JsonArray items ? Assert.Single(items) : body;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _bodies.Add(request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken)));
        return new HttpResponseMessage(HttpStatusCode.BadRequest) { RequestMessage = request };
    }
}
