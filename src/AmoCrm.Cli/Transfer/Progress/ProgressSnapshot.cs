using System.Globalization;

namespace AmoCrm.Cli.Transfer.Progress;

/// <summary>How far a transfer is at one moment.</summary>
/// <param name="What">What is transferred.</param>
/// <param name="Done">Items that are done.</param>
/// <param name="Total">All items; null where nobody knows.</param>
/// <param name="DoneNow">Items that this run has done.</param>
/// <param name="Elapsed">How long this run takes so far.</param>
/// <param name="Retries">Requests that were repeated, or answered with 429.</param>
internal sealed record ProgressSnapshot(string What, long Done, long? Total, long DoneNow, TimeSpan Elapsed, long Retries)
{
    /// <summary>From 0 to 1; null where nobody knows.</summary>
    public double? Share => Total is > 0 and var total ? Math.Min(1, (double)Done / total) : null;

    private double Rate => Elapsed > TimeSpan.Zero ? DoneNow / Elapsed.TotalSeconds : 0;

    /// <summary>One line for a person: <c>contacts: 1,250 of 5,000 (25 %), 350/s, 0:11 left, 2 retries</c>.</summary>
    public override string ToString()
    {
        var culture = CultureInfo.InvariantCulture;
        List<string> parts = [Total is { } total ? string.Create(culture, $"{What}: {Done:N0} of {total:N0} ({Share ?? 1:P0})") : string.Create(culture, $"{What}: {Done:N0}")];
        if (Rate > 0)
        {
            parts.Add(Rate < 10 ? string.Create(culture, $"{Rate:0.0}/s") : string.Create(culture, $"{Rate:N0}/s"));
            if (Total - Done is > 0 and var left)
            {
                parts.Add(Left(TimeSpan.FromSeconds(Math.Min(left / Rate, TimeSpan.FromDays(99).TotalSeconds))));
            }
        }

        if (Retries > 0)
        {
            parts.Add(string.Create(culture, $"{Retries:N0} {(Retries == 1 ? "retry" : "retries")}"));
        }

        return string.Join(", ", parts);
    }

    private static string Left(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00} left")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00} left");
}
