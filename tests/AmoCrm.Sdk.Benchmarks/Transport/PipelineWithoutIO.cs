using System.Net.Http.Headers;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Transport;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Transport;

/// <summary>What the pipeline adds to the bare exchange of a message over the same handler: settings, token, permit, repetition, timeouts, telemetry that nobody listens to.</summary>
public class PipelineWithoutIO : BenchmarkCase, IDisposable
{
    private const string Path = "/api/v4/leads/3912188";
    private static readonly Uri Address = new($"https://{SdkOptions.Host}{Path}");
    private static readonly AuthenticationHeaderValue Bearer = new("Bearer", SdkOptions.AccessToken);

    private readonly byte[] _json = LeadJson.One();
    private readonly AmoCrmRequest _request = new(HttpMethod.Get, Path);
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpTransport _transport;

    public PipelineWithoutIO()
    {
        _invoker = new HttpMessageInvoker(new StubServer(_json));
        _transport = new HttpTransport(SdkOptions.Create(), () => _invoker);
    }

    [Benchmark]
    public Task<AmoCrmResponse> Sdk() => _transport.SendAsync(_request, CancellationToken.None);

    [Benchmark(Baseline = true)]
    public async Task<AmoCrmResponse> BareExchange()
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(Address.OriginalString));
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", "benchmarks");
        message.Headers.Authorization = Bearer;
        using var response = await _invoker.SendAsync(message, CancellationToken.None);
        var body = new byte[response.Content.Headers.ContentLength!.Value];
        var stream = await response.Content.ReadAsStreamAsync();
        await using (stream)
        {
            await stream.ReadExactlyAsync(body);
        }

        return new AmoCrmResponse((int)response.StatusCode, body) { ContentType = response.Content.Headers.ContentType?.MediaType };
    }

    public override async Task CheckAsync()
    {
        var (sdk, bare) = (await Sdk(), await BareExchange());
        SameWork.Json(nameof(Sdk), _json, sdk.Body.Span);
        SameWork.Json(nameof(BareExchange), _json, bare.Body.Span);
    }

    public void Dispose()
    {
        _invoker.Dispose();
        GC.SuppressFinalize(this);
    }
}
