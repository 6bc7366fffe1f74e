using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Call;

/// <summary>One lead by its id, with the whole pipeline but without a network.</summary>
public class GetLeadOverStub : BenchmarkCase, IDisposable
{
    private const long Id = 3_912_188;

    private readonly byte[] _json = LeadJson.One();
    private readonly StubServer _server;
    private readonly AmoCrmClient _sdk;
    private readonly PlainClient _plain;

    public GetLeadOverStub()
    {
        _server = new StubServer(_json);
        _sdk = new AmoCrmClient(SdkOptions.Create(_server));
        _plain = new PlainClient(_server);
    }

    [Benchmark]
    public Task<Lead?> Sdk() => _sdk.Leads.GetAsync(Id);

    [Benchmark(Baseline = true)]
    public Task<LeadDto?> HandWritten() => _plain.GetLeadAsync(Id);

    public override async Task CheckAsync()
    {
        _server.Sent = [];
        ReadLeads.IsThatOf(_json, nameof(Sdk), (await Sdk())!);
        ReadLeads.IsThatOf(_json, nameof(HandWritten), (await HandWritten())!);
        foreach (var sent in _server.Sent)
        {
            SameWork.Value("A way", new Uri($"https://{SdkOptions.Host}/api/v4/leads/{Id}"), sent.Uri);
        }

        _server.Sent = null;
    }

    public void Dispose()
    {
        _sdk.Dispose();
        _plain.Dispose();
        _server.Dispose();
        GC.SuppressFinalize(this);
    }
}
