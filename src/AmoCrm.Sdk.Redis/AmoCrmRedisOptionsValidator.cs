using AmoCrm.Sdk.Resilience;
using Microsoft.Extensions.Options;

namespace AmoCrm.Sdk.Redis;

/// <summary>Says what is wrong with options, all at once.</summary>
internal sealed class AmoCrmRedisOptionsValidator : IValidateOptions<AmoCrmRedisOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestParticipantsWindow = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, AmoCrmRedisOptions options) =>
        ProblemsOf(options) is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    public static IReadOnlyList<string> ProblemsOf(AmoCrmRedisOptions options)
    {
        var problems = new List<string>();
        Check(
            options.KeyPrefix is not null && options.KeyPrefix.AsSpan().IndexOfAny('{', '}') < 0,
            $"{nameof(options.KeyPrefix)} must be there and hold no braces: they say which keys of a cluster lie together, and are put around the account's host.");
        if (options.RateLimit is null)
        {
            problems.Add($"{nameof(options.RateLimit)} must be there: leave it as it is for amoCRM's limits.");
        }
        else
        {
            Check(options.RateLimit.IsEnabled, $"{nameof(options.RateLimit)}.{nameof(options.RateLimit.IsEnabled)} must be true: to send without limits, use no limiter.");
            problems.AddRange(RateLimits.ProblemsOf(options.RateLimit));
        }

        Check(
            options.Timeout > TimeSpan.Zero && options.Timeout <= LongestTimeout,
            $"{nameof(options.Timeout)} must be more than zero and at most 30 seconds: requests wait for it when Redis is away.");
        Check(
            options.FallbackShare is null or (> 0 and <= 1),
            $"{nameof(options.FallbackShare)} must be more than 0 and at most 1, such as 0.25 for four processes; or null, to go by the number of processes that Redis knew of.");
        Check(
            options.ParticipantsWindow >= TimeSpan.FromSeconds(1) && options.ParticipantsWindow <= LongestParticipantsWindow,
            $"{nameof(options.ParticipantsWindow)} must be at least a second and at most an hour.");
        return problems;

        void Check(bool isRight, string problem)
        {
            if (!isRight)
            {
                problems.Add(problem);
            }
        }
    }
}
