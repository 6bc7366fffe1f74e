using System.Diagnostics;

namespace AmoCrm.Sdk.Fuzzing.Mutating;

/// <summary>Makes an input smaller that still shows the same thing.</summary>
internal static class Minimizer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="input">The input.</param>
    /// <param name="isSame">Whether another one shows the same thing.</param>
    public static async Task<byte[]> MinimizeAsync(byte[] input, Func<byte[], Task<bool>> isSame)
    {
        var started = Stopwatch.GetTimestamp();
        for (var length = Math.Max(1, input.Length / 2); length > 0; length /= 2)
        {
            var start = 0;
            while (start < input.Length)
            {
                if (Stopwatch.GetElapsedTime(started) > Patience)
                {
                    return input;
                }

                byte[] smaller = [.. input.AsSpan(0, start), .. input.AsSpan(Math.Min(input.Length, start + length))];
                if (await isSame(smaller).ConfigureAwait(false))
                {
                    input = smaller;
                }
                else
                {
                    start += length;
                }
            }
        }

        return input;
    }
}
