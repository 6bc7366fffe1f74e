using System.Globalization;
using System.Net;
using System.Text;
using AmoCrm.Cli.Output;

namespace AmoCrm.Cli.DryRun;

/// <summary>Stands where the network would be: writes each request down and answers 204, or an account of which nothing is known.</summary>
internal sealed class RecordingHandler : HttpMessageHandler
{
    private const string UnknownAccount = """{"id":0,"name":"","subdomain":"","is_api_filter_enabled":true}""";

    private readonly List<string> _requests = [];

    /// <summary>The requests as text, in order. Tokens are masked.</summary>
    public IReadOnlyList<string> Requests => _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add(await DescribeAsync(request, cancellationToken).ConfigureAwait(false));
        var isAccount = request.RequestUri?.AbsolutePath == "/api/v4/account";
        return new HttpResponseMessage(isAccount ? HttpStatusCode.OK : HttpStatusCode.NoContent)
        {
            RequestMessage = request,
            Content = isAccount ? new StringContent(UnknownAccount, Encoding.UTF8, "application/hal+json") : new ByteArrayContent([]),
        };
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
