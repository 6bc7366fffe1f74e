namespace AmoCrm.Sdk.Benchmarks.Report;

/// <summary>What BenchmarkDotNet measured of one way to do the work of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Way">The way.</param>
/// <param name="IsBaseline">Whether the others are compared with it.</param>
/// <param name="Nanoseconds">The median of its wall clock times.</param>
/// <param name="Deviation">Their standard deviation, in nanoseconds.</param>
/// <param name="Bytes">What it allocates.</param>
internal sealed record FullResult(string Case, string Way, bool IsBaseline, double Nanoseconds, double Deviation, long Bytes);
