using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Hosting;

/// <summary>Says what is wrong with options, all at once.</summary>
internal sealed class AmoCrmKeepAliveOptionsValidator : IValidateOptions<AmoCrmKeepAliveOptions>
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(7);
    private static readonly TimeSpan YoungestPair = TimeSpan.FromDays(1);
    private static readonly TimeSpan OldestPair = TimeSpan.FromDays(75);

    public ValidateOptionsResult Validate(string? name, AmoCrmKeepAliveOptions options)
    {
        var problems = new List<string>();
        if (options.CheckInterval < ShortestInterval || options.CheckInterval > LongestInterval)
        {
            problems.Add($"{nameof(AmoCrmKeepAliveOptions)}.{nameof(options.CheckInterval)} must be from {ShortestInterval.TotalMinutes} minute to {LongestInterval.TotalDays} days.");
        }

        if (options.RefreshAfter < YoungestPair || options.RefreshAfter > OldestPair)
        {
            problems.Add(
                $"{nameof(AmoCrmKeepAliveOptions)}.{nameof(options.RefreshAfter)} must be from {YoungestPair.TotalDays} to {OldestPair.TotalDays} days: a refresh token lives for three months, and some attempts may fail.");
        }

        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
