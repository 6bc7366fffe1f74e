using AmoCrm.Sdk.Benchmarks.Call;
using AmoCrm.Sdk.Benchmarks.Decode;
using AmoCrm.Sdk.Benchmarks.Dispatch;
using AmoCrm.Sdk.Benchmarks.Encode;
using AmoCrm.Sdk.Benchmarks.Engine;
using AmoCrm.Sdk.Benchmarks.Generator;
using AmoCrm.Sdk.Benchmarks.Pathological;
using AmoCrm.Sdk.Benchmarks.Transport;

namespace AmoCrm.Sdk.Benchmarks;

/// <summary>All cases.</summary>
internal static class BenchmarkCases
{
    public static IReadOnlyList<BenchmarkEntry> All { get; } =
    [
        new("decode.page", typeof(DecodeLeadPage)),
        new("decode.lead", typeof(DecodeLead)),
        new("decode.error", typeof(DecodeError)),
        new("encode.creates", typeof(EncodeLeadCreates)),
        new("encode.patch", typeof(EncodeLeadPatch)),
        new("call.get.stub", typeof(GetLeadOverStub)),
        new("call.get.observed", typeof(GetLeadObserved)),
        new("call.page.stub", typeof(GetLeadsOverStub)),
        new("call.creates.stub", typeof(CreateLeadsOverStub)),
        new("call.get.loopback", typeof(GetLeadOverLoopback)),
        new("call.page.loopback", typeof(GetLeadsOverLoopback)),
        new("call.creates.loopback", typeof(CreateLeadsOverLoopback)),
        new("dispatch.typed", typeof(DispatchTyped)),
        new("dispatch.json", typeof(DispatchJson)),
        new("dispatch.bind", typeof(BindArguments)),
        new("dispatch.unknown", typeof(UnknownHandler)),
        new("engine.step", typeof(StepWithPlaceholders)),
        new("limiter", typeof(PermitWithoutWait)),
        new("pipeline", typeof(PipelineWithoutIO)),
        new("pathological.members", typeof(UnknownMembers)),
        new("pathological.strings", typeof(LongStrings)),
        new("pathological.nesting", typeof(DeepNesting)),
        new("generator.cold", typeof(ColdRun)),
        new("generator.keystroke", typeof(UnrelatedKeystroke)),
        new("generator.module", typeof(EditedModule)),
    ];
}
