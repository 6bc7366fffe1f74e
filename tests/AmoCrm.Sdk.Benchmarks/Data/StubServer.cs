using System.Net;
using System.Net.Http.Headers;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Takes the place of the network: reads the request's body to its end and answers at once, always the same.</summary>
/// <param name="answer">The body of the answers.</param>
internal sealed class StubServer(byte[] answer) : HttpMessageHandler, ICallServer
{
    private static readonly MediaTypeHeaderValue Json = new("application/hal+json");

    public Uri Address { get; } = new($"https://{SdkOptions.Host}/");

    public List<SentCall>? Sent { get; set; }

    public HttpMessageHandler CreateHandler() => this;

    public void Reach(AmoCrmClientOptions options) => options.HttpMessageHandler = this;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Sent is not null)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            Sent.Add(new SentCall($"{request.Method} {request.RequestUri!.PathAndQuery}", request.Headers.Authorization?.ToString(), body));
        }
        else if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        var content = new ByteArrayContent(answer);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
