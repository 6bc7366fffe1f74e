using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>One lead by its id, without a network, while traces, metrics and logs are listened to. The baseline has none of them.</summary>
public class GetLeadObserved : BenchmarkCase, IDisposable
{
    private readonly byte[] _json = LeadJson.One();
    private readonly Observers _observers = new();
    private readonly StubServer _server;
    private readonly AmoCrmClient _sdk;
    private readonly HandWrittenClient _handWritten;

    public GetLeadObserved()
    {
        _server = new StubServer(_json);
        _sdk = SdkOptions.CreateClient(_server, options => options.LoggerFactory = _observers);
        _handWritten = new HandWrittenClient(_server);
    }

    [Benchmark]
    public Task Sdk() => _sdk.Leads.GetAsync(GetLeadCase.Id);

    [Benchmark(Baseline = true)]
    public Task HandWritten() => _handWritten.GetLeadAsync(GetLeadCase.Id);

    public override async Task CheckAsync()
    {
        ReadLeads.IsThatOf(_json, nameof(Sdk), (await _sdk.Leads.GetAsync(GetLeadCase.Id))!);
        ReadLeads.IsThatOf(_json, nameof(HandWritten), (await _handWritten.GetLeadAsync(GetLeadCase.Id))!);
        SameWork.Value("Whether traces, metrics and logs were heard", (true, true, true), _observers.Heard);
    }

    public void Dispose()
    {
        _sdk.Dispose();
        _handWritten.Dispose();
        _server.Dispose();
        _observers.Dispose();
        GC.SuppressFinalize(this);
    }
}
