namespace AmoCrm.Sdk.Benchmarks.Quick;

/// <summary>
/// Measures the ways of a case against each other: in many short rounds, each way once a round and in changing order, so that whatever else happens on the machine happens to all of them.
/// What counts is the median of the ratios within the rounds.
/// </summary>
internal static class QuickMeasurement
{
    private const int Rounds = 61;
    private const int AllocationPasses = 5;
    private const int AllocationCalls = 30;

    /// <summary>Measures a case, its check first.</summary>
    public static async Task<CaseResult> MeasureAsync(BenchmarkEntry entry, CancellationToken cancellationToken)
    {
        await using var benchmark = entry.Create();
        await benchmark.CheckAsync();
        var ways = Way.Of(benchmark);
        var counts = await WarmUp.RunAsync(ways, cancellationToken);
        var bytes = new double[ways.Count];
        for (var i = 0; i < ways.Count; i++)
        {
            bytes[i] = await LeastAllocationAsync(ways[i], Math.Clamp(counts[i], 10, 1000));
        }

        var times = await TimeAsync(ways, counts, cancellationToken);
        return Result(entry.Name, ways, times, bytes);
    }

    /// <summary>Measures only what the ways of a case allocate, without a warm-up: for a process whose code is compiled once and for good. The times of the result are zero.</summary>
    public static async Task<CaseResult> AllocationsAsync(BenchmarkEntry entry)
    {
        await using var benchmark = entry.Create();
        await benchmark.CheckAsync();
        var ways = Way.Of(benchmark);
        var bytes = new double[ways.Count];
        for (var i = 0; i < ways.Count; i++)
        {
            bytes[i] = await LeastAllocationAsync(ways[i], AllocationCalls);
        }

        return Result(entry.Name, ways, [.. ways.Select(static _ => new double[] { 0 })], bytes);
    }

    /// <summary>The least of several passes: what the runtime allocates now and then for itself is in the others.</summary>
    private static async Task<double> LeastAllocationAsync(Way way, int count)
    {
        var least = double.MaxValue;
        for (var pass = 0; pass < AllocationPasses; pass++)
        {
            least = Math.Min(least, await way.AllocationAsync(count));
        }

        return least;
    }

    /// <summary>Times by way and round.</summary>
    private static async Task<double[][]> TimeAsync(IReadOnlyList<Way> ways, int[] counts, CancellationToken cancellationToken)
    {
        double[][] times = [.. ways.Select(static _ => new double[Rounds])];
        GC.Collect();
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var turn = 0; turn < ways.Count; turn++)
            {
                var way = (turn + round) % ways.Count;
                times[way][round] = await ways[way].TimeAsync(counts[way]);
            }
        }

        return times;
    }

    private static CaseResult Result(string name, IReadOnlyList<Way> ways, double[][] times, double[] bytes)
    {
        var baseline = times.Where((_, index) => ways[index].IsBaseline).FirstOrDefault();
        WayResult[] results = [.. ways.Select((way, index) => new WayResult(
            way.Name,
            Statistics.Median(times[index]),
            bytes[index],
            baseline is null ? null : Statistics.Median(times[index].Zip(baseline, static (time, other) => time / other)),
            baseline is null ? null : Statistics.Median(times[index].Zip(baseline, static (time, other) => time - other))))];
        return new CaseResult(
            name,
            results.Single(static result => result.Name == BenchmarkCase.SubjectName),
            results.Where((_, index) => ways[index].IsBaseline).FirstOrDefault(),
            [.. results.Where((result, index) => !ways[index].IsBaseline && result.Name != BenchmarkCase.SubjectName)]);
    }
}
