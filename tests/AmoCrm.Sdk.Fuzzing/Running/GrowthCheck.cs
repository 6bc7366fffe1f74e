namespace AmoCrm.Sdk.Fuzzing.Running;

/// <summary>Whether reading eight times as much takes about eight times as long.</summary>
/// <param name="target">What reads.</param>
/// <param name="shape">What is read.</param>
internal sealed class GrowthCheck(FuzzTarget target, Oracles.GrowingInput shape)
{
    private const int Factor = 8;

    // The larger one nests 100,000 levels and more.
    private const int SmallSize = 16 * 1024;

    // Work that is small enough is not judged: a collection of the heap is as long.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(400);
    private const double Tolerance = 4;

    public IReadOnlyList<byte[]> Inputs { get; } = [shape.OfSize(SmallSize), shape.OfSize(SmallSize * Factor)];

    public async Task<Finding?> FindAsync(Func<byte[], Task> read)
    {
        var small = await MeasureAsync(read, Inputs[0]).ConfigureAwait(false);
        var large = await MeasureAsync(read, Inputs[1]).ConfigureAwait(false);
        return large > Noticeable && large > small * (Factor * Tolerance)
            ? new Finding("slow", $"slow {shape.Name}", $"{target.Name}, {shape.Name}: {Inputs[0].Length} bytes take {small.TotalMilliseconds:F1} ms, {Inputs[1].Length} bytes {large.TotalMilliseconds:F1} ms")
            : null;
    }

    private static async Task<TimeSpan> MeasureAsync(Func<byte[], Task> read, byte[] input)
    {
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await read(input).ConfigureAwait(false);
            var taken = Environment.CpuUsage.TotalTime - before;
            least = taken < least ? taken : least;
        }

        return least;
    }
}
