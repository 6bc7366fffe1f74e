using System.Net;
using System.Net.Http.Headers;

namespace AmoCrm.Sdk.Benchmarks.Data;

/// <summary>Takes the place of the network: reads the request's body to its end and answers at once, always the same.</summary>
/// <param name="answer">The body of the answers.</param>
internal sealed class StubServer(byte[] answer) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/hal+json");

    /// <summary>Keeps what was sent, for the check before the measurement; null while nothing is kept.</summary>
    public List<(HttpMethod Method, Uri Uri, byte[] Body)>? Sent { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Sent is not null)
        {
            Sent.Add((request.Method, request.RequestUri!, request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken)));
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
