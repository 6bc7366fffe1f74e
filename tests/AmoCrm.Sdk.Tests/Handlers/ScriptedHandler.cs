using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AmoCrm.Sdk.Tests.Handlers;

/// <summary>Plays the answers of a case and writes down what was sent.</summary>
internal sealed class ScriptedHandler(IReadOnlyList<Exchange> exchanges, Func<string, string> changeAnswer) : HttpMessageHandler
{
    private readonly List<(string Request, string? Body)> _sent = [];

    public IReadOnlyList<(string Request, string? Body)> Sent => _sent;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        _sent.Add(($"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.PathAndQuery)}", string.IsNullOrEmpty(body) ? null : body));
        Assert.True(_sent.Count <= exchanges.Count, $"More was sent than the case expects: {_sent[^1].Request} {body}");
        var exchange = exchanges[_sent.Count - 1];
        var answer = new HttpResponseMessage((HttpStatusCode)exchange.Status) { RequestMessage = request, Content = new ByteArrayContent([]) };
        if (exchange.Answer is { } text)
        {
            answer.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(changeAnswer(Fixture.Read(text))));
            answer.Content.Headers.ContentType = new MediaTypeHeaderValue(exchange.Status < 400 ? "application/hal+json" : "application/problem+json");
        }

        return answer;
    }
}
