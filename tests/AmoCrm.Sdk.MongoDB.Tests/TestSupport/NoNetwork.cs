namespace AmoCrm.Sdk.MongoDB.Tests.TestSupport;

/// <summary>Counts requests to amoCRM where there should be none.</summary>
public sealed class NoNetwork : HttpMessageHandler
{
    public int Sent { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent++;
        return Task.FromResult(new HttpResponseMessage { RequestMessage = request });
    }
}
