using AmoCrm.Sdk.Benchmarks.Call;
using AmoCrm.Sdk.Benchmarks.Decode;
using AmoCrm.Sdk.Benchmarks.Encode;
using AmoCrm.Sdk.Benchmarks.Transport;

namespace AmoCrm.Sdk.Benchmarks;

/// <summary>All cases.</summary>
internal static class BenchmarkCases
{
    public static IReadOnlyList<BenchmarkEntry> All { get; } =
    [
        new("decode.page", typeof(DecodeLeadPage)),
        new("decode.lead", typeof(DecodeLead)),
        new("encode.creates", typeof(EncodeLeadCreates)),
        new("encode.patch", typeof(EncodeLeadPatch)),
        new("call.get.stub", typeof(GetLeadOverStub)),
        new("call.page.stub", typeof(GetLeadsOverStub)),
        new("call.creates.stub", typeof(CreateLeadsOverStub)),
        new("call.get.loopback", typeof(GetLeadOverLoopback)),
        new("call.page.loopback", typeof(GetLeadsOverLoopback)),
        new("call.creates.loopback", typeof(CreateLeadsOverLoopback)),
        new("limiter", typeof(PermitWithoutWait)),
        new("pipeline", typeof(PipelineWithoutIO)),
    ];
}
