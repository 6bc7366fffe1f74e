using System.Net;
using AmoCrm.Sdk.Tests.TestSupport;
using Polly;
using Polly.Simmy;
using Polly.Simmy.Fault;
using Polly.Simmy.Latency;
using Polly.Simmy.Outcomes;

namespace AmoCrm.Sdk.Tests.Resilience.Retries;

/// <summary>A network with faults in it, thrown by Polly's chaos strategies: before a connection is there, and after the bytes have arrived.</summary>
/// <param name="seed">Makes the same faults again.</param>
internal sealed class ChaosHandler(int seed) : HttpMessageHandler
{
    private const double Rate = 0.05;

    private readonly Random _random = new(seed);
    private readonly List<string> _arrived = [];
    private ResiliencePipeline? _connecting;
    private ResiliencePipeline<HttpResponseMessage>? _answering;

    /// <summary>The bodies that came, in order; empty texts for requests without.</summary>
    public IReadOnlyList<string> Arrived => _arrived;

    /// <summary>How many attempts there were, with those whose connection failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many attempts were made to fail.</summary>
    public int Failed { get; private set; }

    /// <summary>How many were made slower.</summary>
    public int Slowed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Attempts++;
        _connecting ??= Connecting();
        await _connecting.ExecuteAsync(static _ => ValueTask.CompletedTask, cancellationToken);
        _arrived.Add(request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken));
        _answering ??= Answering();
        var response = await _answering.ExecuteAsync(_ => ValueTask.FromResult(Answer(request)), cancellationToken);
        response.RequestMessage = request;
        return response;
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request) =>
        StubHttpHandler.Json(200, request.Method == HttpMethod.Get ? """{"id":7}""" : Items.Page(7));

    private ResiliencePipeline Connecting() => new ResiliencePipelineBuilder()
        .AddChaosFault(new ChaosFaultStrategyOptions
        {
            InjectionRate = Rate,
            Randomizer = _random.NextDouble,
            FaultGenerator = new FaultGenerator().AddException(static () => new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
            OnFaultInjected = _ => Count(),
        })
        .Build();

    private ResiliencePipeline<HttpResponseMessage> Answering() => new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddChaosLatency(new ChaosLatencyStrategyOptions
        {
            InjectionRate = Rate,
            Randomizer = _random.NextDouble,
            Latency = TimeSpan.FromMilliseconds(1),
            OnLatencyInjected = _ =>
            {
                Slowed++;
                return ValueTask.CompletedTask;
            },
        })
        .AddChaosFault(new ChaosFaultStrategyOptions
        {
            InjectionRate = Rate,
            Randomizer = _random.NextDouble,
            FaultGenerator = new FaultGenerator().AddException(static () => new HttpRequestException(HttpRequestError.ResponseEnded, "ended")),
            OnFaultInjected = _ => Count(),
        })
        .AddChaosOutcome(new ChaosOutcomeStrategyOptions<HttpResponseMessage>
        {
            InjectionRate = Rate * 2,
            Randomizer = _random.NextDouble,
            OutcomeGenerator = static _ => ValueTask.FromResult<Outcome<HttpResponseMessage>?>(Outcome.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable))),
            OnOutcomeInjected = _ => Count(),
        })
        .Build();

    private ValueTask Count()
    {
        Failed++;
        return ValueTask.CompletedTask;
    }
}
