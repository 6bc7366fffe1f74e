using System.Net;

namespace AmoCrm.Sdk.Fuzzing.Targets;

/// <summary>Answers every request as the input says.</summary>
/// <param name="input">The answer.</param>
internal sealed class ResponseHandler(ResponseInput input) : HttpMessageHandler
{
    /// <summary>How many bytes of bodies were taken.</summary>
    public int Taken { get; private set; }

    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        var response = new HttpResponseMessage((HttpStatusCode)input.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(new PieceStream(input.Body, input.Piece, count => Taken += count)),
        };
        foreach (var (name, value) in input.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Task.FromResult(response);
    }
}
