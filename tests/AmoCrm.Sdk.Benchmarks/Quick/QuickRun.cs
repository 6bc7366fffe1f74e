namespace AmoCrm.Sdk.Benchmarks.Quick;

/// <summary>Measures cases one after the other and prints a line for each.</summary>
internal static class QuickRun
{
    /// <returns>0 when all gates are met, else 1.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> names, TextWriter output, CancellationToken cancellationToken)
    {
        var isOk = true;
        foreach (var entry in BenchmarkCases.All.Where(entry => names.Count == 0 || names.Any(name => entry.Name.StartsWith(name, StringComparison.Ordinal))))
        {
            var result = await QuickMeasurement.MeasureAsync(entry, cancellationToken);
            isOk &= result.IsOk;
            await output.WriteLineAsync(CaseLine.Of(result));
        }

        return isOk ? 0 : 1;
    }
}
