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
        new("limiter", typeof(PermitWithoutWait)),
        new("pipeline", typeof(PipelineWithoutIO)),
    ];
}
