namespace AmoCrm.Sdk.Soak.Load;

internal static class Percentile
{
    /// <summary>The value that a share of the ordered values does not exceed.</summary>
    public static double Of(IReadOnlyList<double> ordered, double share) =>
        ordered.Count == 0 ? 0 : ordered[Math.Min(ordered.Count - 1, (int)Math.Ceiling(ordered.Count * share) - 1)];
}
