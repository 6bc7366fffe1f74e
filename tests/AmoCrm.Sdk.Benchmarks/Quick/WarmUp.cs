using System.Runtime;

namespace AmoCrm.Sdk.Benchmarks.Quick;

/// <summary>Calls the ways of a case until the runtime has compiled all of their code for good, and learns how many calls make a batch.</summary>
internal static class WarmUp
{
    private const int QuietPasses = 2;
    private const int MaximumPasses = 40;
    private const int LeastCalls = 35;
    private const int BatchesInPass = 10;
    private const double BatchNanoseconds = 3_000_000;

    // Methods that were called 30 times are compiled again in the background, some 100 ms after nothing new was called; twice over, for the first time is to learn from.
    private static readonly TimeSpan Tiering = TimeSpan.FromMilliseconds(130);

    /// <returns>How many calls of each way make a batch.</returns>
    public static async Task<int[]> RunAsync(IReadOnlyList<Way> ways, CancellationToken cancellationToken)
    {
        var counts = new int[ways.Count];
        for (var (pass, quiet) = (0, 0); pass < MaximumPasses && quiet < QuietPasses; pass++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            for (var i = 0; i < ways.Count; i++)
            {
                var once = await ways[i].TimeAsync(Math.Max(counts[i] * BatchesInPass, LeastCalls));
                counts[i] = (int)Math.Clamp(BatchNanoseconds / Math.Max(once, 1), 1, 200_000);
            }

            await Task.Delay(Tiering, cancellationToken);
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }

        return counts;
    }
}
