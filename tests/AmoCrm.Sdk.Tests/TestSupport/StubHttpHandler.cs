using System.Net;
using System.Text;

namespace AmoCrm.Sdk.Tests.TestSupport;

/// <summary>Takes the place of the network: keeps what was sent and answers what the test says, the last answer again and again.</summary>
public sealed class StubHttpHandler : HttpMessageHandler
{
    private readonly List<SentRequest> _sent = [];
    private readonly HashSet<int> _unconnected = [];
    private int _asked;
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public IReadOnlyList<SentRequest> Sent => _sent;

    public bool IsDisposed { get; private set; }

    public static HttpResponseMessage Json(int status, string json, string type = "application/hal+json") =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, type) };

    public StubHttpHandler Answers(int status, string json = "", string type = "application/hal+json") =>
        Answers((_, _) => Task.FromResult(json.Length == 0 ? new HttpResponseMessage((HttpStatusCode)status) : Json(status, json, type)));

    public StubHttpHandler Answers(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>Fails. Where that is before a connection is there, the body is not asked for its bytes, as a real connection would not.</summary>
    public StubHttpHandler Throws(Exception exception)
    {
        if (exception is HttpRequestException { HttpRequestError: not (HttpRequestError.Unknown or HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse) })
        {
            _unconnected.Add(_asked + _answers.Count);
        }

        return Answers((_, _) => Task.FromException<HttpResponseMessage>(exception));
    }

    /// <summary>Never answers; ends when the request is cancelled.</summary>
    /// <param name="meanwhile">What happens once the request is there: no test has to guess how long that takes.</param>
    public StubHttpHandler Hangs(Action? meanwhile = null) => Answers(async (_, cancellationToken) =>
    {
        meanwhile?.Invoke();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Not reached.");
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isConnected = !_unconnected.Contains(_asked);
        var body = request.Content is null || !isConnected ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(header.Key == "User-Agent" ? " " : ", ", header.Value), StringComparer.OrdinalIgnoreCase);
        _sent.Add(new SentRequest(request.Method, request.RequestUri!, headers, body));
        var isLast = _answers.Count <= 1;
        var answer = isLast ? _answers.Peek() : _answers.Dequeue();
        _asked += isLast ? 0 : 1;
        var response = await answer(request, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
