namespace AmoCrm.Sdk.Benchmarks.Targets;

/// <summary>The targets of all cases that have some.</summary>
internal static class PerformanceTargets
{
    // Ten times the bytes in one piece may take that much longer than in ten pieces: it is larger than the caches.
    private static readonly IReadOnlyList<Target> Linear = [new(TargetMeasure.TimeRatio, 2, 1.5)];

    private static readonly Dictionary<string, IReadOnlyList<Target>> ByCase = new(StringComparer.Ordinal)
    {
        ["decode.page"] = [new(TargetMeasure.TimeRatio, 0.65, 0.50), new(TargetMeasure.BytesRatio, 0.75, 0.60)],
        // The body has some 20 KB: less than a string of it would take.
        ["encode.creates"] = [new(TargetMeasure.TimeRatio, 0.9, 0.6), new(TargetMeasure.Bytes, 16_000, 12_000)],
        ["call.get.stub"] = [new(TargetMeasure.TimeRatio, 1.25, 1.10), new(TargetMeasure.ExtraBytes, 600, 250), new(TargetMeasure.PeerTimeRatio, 1, 1), new(TargetMeasure.PeerBytesRatio, 1, 1)],
        ["dispatch.typed"] = [new(TargetMeasure.ExtraNanoseconds, 40, 15), new(TargetMeasure.ExtraBytes, 0, 0)],
        ["dispatch.bind"] = [new(TargetMeasure.Nanoseconds, 1500, 700), new(TargetMeasure.Bytes, 600, 300)],
        ["limiter"] = [new(TargetMeasure.Nanoseconds, 200, 60), new(TargetMeasure.Bytes, 0, 0)],
        ["pipeline"] = [new(TargetMeasure.ExtraNanoseconds, 1000, 500), new(TargetMeasure.ExtraBytes, 120, 48)],
        ["generator.keystroke"] = [new(TargetMeasure.Nanoseconds, 500_000, 500_000)],
        ["start.aot"] = [new(TargetMeasure.ExtraNanoseconds, 5_000_000, 5_000_000), new(TargetMeasure.ExtraFileSize, 2_500_000, 2_500_000)],
        ["library"] = [new(TargetMeasure.FileSize, 1_500_000, 1_500_000)],
        ["pathological.members"] = Linear,
        ["pathological.strings"] = Linear,
        ["pathological.nesting"] = Linear,
    };

    public static IReadOnlyList<Target> Of(string benchmark) => ByCase.GetValueOrDefault(benchmark, []);
}
