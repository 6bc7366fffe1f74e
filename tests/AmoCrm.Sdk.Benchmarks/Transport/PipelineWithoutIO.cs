using AmoCrm.Sdk.Auth;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Telemetry;
using AmoCrm.Sdk.Transport;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmoCrm.Sdk.Benchmarks.Transport;

/// <summary>
/// What the pipeline adds to one exchange of a message over the same handler, which the SDK makes, sends and reads: settings, token, permit, repetition, time budget, telemetry that
/// nobody listens to.
/// </summary>
public class PipelineWithoutIO : BenchmarkCase, IDisposable
{
    private const string Path = "/api/v4/leads/3912188";
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
    public AmoCrmResponse BareExchange() => AtOnce(ExchangeAsync());

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
        return Task.CompletedTask;
    }

    private static AmoCrmResponse AtOnce(ValueTask<AmoCrmResponse> answering) =>
        answering.IsCompletedSuccessfully ? answering.GetAwaiter().GetResult() : throw new DifferentWorkException("The stub was waited for.");

    public void Dispose()
    {
        _limit.Dispose();
        _telemetry.Dispose();
        _invoker.Dispose();
        GC.SuppressFinalize(this);
    }
}
