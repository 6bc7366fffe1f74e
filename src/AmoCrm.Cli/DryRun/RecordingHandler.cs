using System.Globalization;
using System.Net;
using System.Text;
using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.DryRun;

/// <summary>
/// Stands where the network would be: writes each request down, and answers reads just enough for the call to go on to the request it is about.
/// </summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private const string AccountPath = "/api/v4/account";
    private const string UnknownAccount = """
        {"id":1,"name":"","subdomain":"","is_api_filter_enabled":true,"_embedded":{"task_types":[],"datetime_settings":{"timezone":"UTC","timezone_offset":"+00:00"}}}
        """;

    private readonly List<string> _requests = [];
    private int _reads;

    /// <summary>The requests as text, in order. Tokens are masked.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Whether there were reads before other requests, so that these rest on answers that nobody gave.</summary>
    public bool HasInventedAnswers => _reads > 0 && _requests.Count > 1;

    /// <summary>Whether the last request was a read: a write never came to its turn, unless the call was a read itself.</summary>
    public bool StoppedAtRead => _reads == _requests.Count;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add(await DescribeAsync(request, cancellationToken).ConfigureAwait(false));
        _reads += request.Method == HttpMethod.Get ? 1 : 0;
        return Invent(request) is { } answer
            ? new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(answer, Encoding.UTF8, "application/hal+json") }
            : new HttpResponseMessage(HttpStatusCode.NoContent) { RequestMessage = request };
    }

    // The account, or the object of the id that the path ends with; every list is empty.
    private static string? Invent(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get || request.RequestUri is not { } address)
        {
            return null;
        }

        var last = address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..];
        return address.AbsolutePath == AccountPath ? UnknownAccount : last.Length > 0 && last.All(char.IsAsciiDigit) ? $$"""{"id":{{last}}}""" : null;
    }

    private static async Task<string> DescribeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri?.AbsoluteUri}");
        foreach (var (name, values) in request.Headers)
        {
            text.AppendLine().Append(name).Append(": ").Append(name == "Authorization" ? "Bearer ***" : string.Join(", ", values));
        }

        if (request.Content is null)
        {
            return text.ToString();
        }

        foreach (var (name, values) in request.Content.Headers)
        {
            text.AppendLine().Append(name).Append(": ").AppendJoin(", ", values);
        }

        var body = await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return text.AppendLine().AppendLine().Append(JsonOutput.Format(body)).ToString();
    }
}
