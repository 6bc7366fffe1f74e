namespace AmoCrm.Sdk.Benchmarks.Quick;

/// <summary>What one call costs, done one way.</summary>
/// <param name="Name">The way.</param>
/// <param name="Nanoseconds">The median of all rounds.</param>
/// <param name="Bytes">What it allocates.</param>
/// <param name="Ratio">The median of its times over the baseline's of the same round; null without a baseline.</param>
/// <param name="ExtraNanoseconds">The median of the differences to the baseline; null without one.</param>
internal sealed record WayResult(string Name, double Nanoseconds, double Bytes, double? Ratio, double? ExtraNanoseconds);
