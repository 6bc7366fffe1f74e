using System.Text.Json;
using AmoCrm.Sdk.Benchmarks.Data;
using AmoCrm.Sdk.Benchmarks.Peers;
using AmoCrm.Sdk.Benchmarks.Peers.Models;
using AmoCrm.Sdk.Transport;
using BenchmarkDotNet.Attributes;

namespace AmoCrm.Sdk.Benchmarks.Decode;

/// <summary>A page of 250 leads with custom fields, tags and contacts, from its bytes.</summary>
public class DecodeLeadPage : BenchmarkCase
{
    private static readonly ListLeadsRequest Request = new();
    private readonly byte[] _json = LeadJson.Page();

    [Benchmark]
    public Page<Lead> Sdk()
    {
        var reader = new Utf8JsonReader(_json);
        reader.Read();
        return LeadsOperations.ListLeads.Read!(ref reader, Request)!;
    }

    [Benchmark(Baseline = true)]
    public LeadPageDto HandWritten() => JsonSerializer.Deserialize(_json, PeerJsonContext.Default.LeadPageDto)!;

    [Benchmark]
    public LeadPageDto HandTuned() => JsonSerializer.Deserialize(_json, TunedJsonContext.Default.LeadPageDto)!;

    [Benchmark]
    public LeadPageDto Newtonsoft() => NewtonsoftJson.Read<LeadPageDto>(new MemoryStream(_json))!;

    public override Task CheckAsync()
    {
        ReadLeads.AreThoseOf(_json, nameof(Sdk), Sdk().Items);
        ReadLeads.AreThoseOf(_json, nameof(HandWritten), HandWritten());
        ReadLeads.AreThoseOf(_json, nameof(HandTuned), HandTuned());
        ReadLeads.AreThoseOf(_json, nameof(Newtonsoft), Newtonsoft());
        return Task.CompletedTask;
    }
}
