namespace AmoCrm.Sdk.Benchmarks.Quick;

internal static class Statistics
{
    /// <summary>The value in the middle; one slow outlier does not move it.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
