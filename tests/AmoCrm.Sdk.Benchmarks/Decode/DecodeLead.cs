using System.Text.Json;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Decode;

/// <summary>One lead, from its bytes.</summary>
public class DecodeLead : BenchmarkCase
{
    private readonly byte[] _json = LeadJson.One();

    [Benchmark]
    public Lead Sdk()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        return Lead.ReadFrom(ref reader)!;
    }

    [Benchmark(Baseline = true)]
    public LeadDto HandWritten() => JsonSerializer.Deserialize(_json, PeerJsonContext.Default.LeadDto)!;

    [Benchmark]
    public LeadDto HandTuned() => JsonSerializer.Deserialize(_json, TunedJsonContext.Default.LeadDto)!;

    [Benchmark]
    public LeadDto Newtonsoft() => NewtonsoftJson.Read<LeadDto>(new MemoryStream(_json))!;

    public override Task CheckAsync()
    {
        ReadLeads.IsThatOf(_json, nameof(Sdk), Sdk());
        ReadLeads.IsThatOf(_json, nameof(HandWritten), HandWritten());
        ReadLeads.IsThatOf(_json, nameof(HandTuned), HandTuned());
        ReadLeads.IsThatOf(_json, nameof(Newtonsoft), Newtonsoft());
        return Task.CompletedTask;
    }
}
