using System.Net.Http.Headers;
using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Telemetry;
using AmoCrm.Sdk.Transport;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmoCrm.Sdk.Benchmarks.Transport;

/// <summary>
/// What the stages of the pipeline add to one exchange: settings, token, permit, repetition, the time of the call, telemetry that nobody listens to. The baseline is the SDK's own exchange, which makes, sends and
/// reads a message, with the account's circuit and a time limit; <see cref="ByHand"/> is an exchange over the same handler without anything of that.
/// </summary>
public class PipelineWithoutIO : BenchmarkCase
{
    private const string Path = "/api/v4/leads/3912188";
    private static readonly Uri Address = new($"https://{SdkOptions.Host}{Path}");
    private static readonly AuthenticationHeaderValue Bearer = new("Bearer", SdkOptions.AccessToken);
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly byte[] _json = LeadJson.One();
    private readonly AmoCrmRequest _request = new(HttpMethod.Get, Path);
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpTransport _transport;
    private readonly RequestMessageFactory _messages;
    private readonly BearerHeader _bearer;
    private readonly HttpExchange _exchange;
    private readonly RequestTelemetry _telemetry;
    private readonly TimeLimit _limit = TimeLimit.Start(Timeout, TimeProvider.System, CancellationToken.None);

    public PipelineWithoutIO()
    {
        _invoker = new HttpMessageInvoker(new StubServer(_json));
        var options = SdkOptions.Create();
        _transport = new HttpTransport(options, () => _invoker);
        _messages = new RequestMessageFactory(options);
        _bearer = new BearerHeader(options.AgentId);
        _exchange = new HttpExchange(options, () => _invoker);
        _telemetry = new RequestTelemetry(_request, options.TimeProvider, _limit.StartedAt, NullLogger.Instance);
    }

    [Benchmark]
    public AmoCrmResponse Sdk() => AtOnce(_transport.SendAsync(_request, CancellationToken.None));

    [Benchmark(Baseline = true)]
    public AmoCrmResponse Exchange() => AtOnce(ExchangeAsync());

    [Benchmark]
    public AmoCrmResponse ByHand() => AtOnce(ByHandAsync());

    private async ValueTask<AmoCrmResponse> ByHandAsync()
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

    private async ValueTask<AmoCrmResponse> ExchangeAsync()
    {
        var call = new CallState(_request, _telemetry, _limit, CancellationToken.None);
        using var message = _messages.Create(call, SdkOptions.Host);
        _bearer.Add(message, SdkOptions.AccessToken);
        return await _exchange.SendAsync(call, message, SdkOptions.Host, permit: default, Timeout, CancellationToken.None);
    }

    public override Task CheckAsync()
    {
        SameWork.Json(nameof(Sdk), _json, Sdk().Body.Span);
        SameWork.Json(nameof(Exchange), _json, Exchange().Body.Span);
        SameWork.Json(nameof(ByHand), _json, ByHand().Body.Span);
        return Task.CompletedTask;
    }

    private static AmoCrmResponse AtOnce(ValueTask<AmoCrmResponse> answering) =>
        answering.IsCompletedSuccessfully ? answering.GetAwaiter().GetResult() : throw new DifferentWorkException("The stub was waited for.");

    public override ValueTask DisposeAsync()
    {
        _limit.Dispose();
        _telemetry.Dispose();
        _invoker.Dispose();
        return base.DisposeAsync();
    }
}
