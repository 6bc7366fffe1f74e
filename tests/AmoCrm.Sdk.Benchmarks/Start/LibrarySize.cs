using AmoCrm.Sdk.Benchmarks.Quick;

namespace AmoCrm.Sdk.Benchmarks.Start;

/// <summary>How large AmoCrm.Sdk.dll is. The bytes of the result are those of the file.</summary>
internal static class LibrarySize
{
    public static CaseResult Measure() =>
        new("library", new WayResult(BenchmarkCase.SubjectName, 0, new FileInfo(typeof(AmoCrmClient).Assembly.Location).Length, null, null), null, []);
}
