using System.Net.Http.Headers;
using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Telemetry;
using AmoCrm.Sdk.Transport;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmoCrm.Sdk.Benchmarks.Transport;

/// <summary>
/// What the pipeline adds to the exchange of a message over the same handler, written by hand: settings, token, permit, circuit, repetition, time limits, telemetry that nobody listens to.
/// <see cref="SdkExchange"/> is the part of it that makes, sends and reads the message, without the stages around it.
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
        _telemetry = new RequestTelemetry(_request, options.TimeProvider, NullLogger.Instance);
    }

    [Benchmark]
    public AmoCrmResponse Sdk() => AtOnce(_transport.SendAsync(_request, CancellationToken.None));

    [Benchmark(Baseline = true)]
    public AmoCrmResponse BareExchange() => AtOnce(ByHandAsync());

    [Benchmark]
    public AmoCrmResponse SdkExchange() => AtOnce(ExchangeAsync());

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
        SameWork.Json(nameof(BareExchange), _json, BareExchange().Body.Span);
        SameWork.Json(nameof(SdkExchange), _json, SdkExchange().Body.Span);
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
