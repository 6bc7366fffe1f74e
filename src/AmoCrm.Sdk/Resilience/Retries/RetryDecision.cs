using AmoCrm.Sdk.Transport;
using Polly;

namespace AmoCrm.Sdk.Resilience;

/// <summary>What is repeated, and when.</summary>
internal static class RetryDecision
{
    // amoCRM counts by the second: what comes again within the same one is refused again.
    private static readonly TimeSpan LeastPauseAfterRefusal = TimeSpan.FromSeconds(1);

    /// <summary>The request's state, in the properties of the resilience context.</summary>
    public static readonly ResiliencePropertyKey<CallState> CallKey = new("AmoCrm.Sdk.Call");

    /// <summary>Whether the failure passes, the request may be repeated, and there is time for it.</summary>
    public static bool IsWorthRepeating(ResilienceContext context, Outcome<AmoCrmResponse> outcome)
    {
        if (!IsTransient(outcome) || !context.Properties.TryGetValue(AmoCrmResilience.RequestKey, out var request))
        {
            return false;
        }

        var call = context.Properties.TryGetValue(CallKey, out var state) ? state : null;
        return MayBeRepeated(request, call, outcome) && (call is null || RetryAfterOf(outcome) is not { } wait || wait < call.Budget.Remaining);
    }

    /// <summary>
    /// The pause that amoCRM asked for, at least ours, with a little jitter, so that not all come back together; null for our own, where nothing was asked for.
    /// </summary>
    public static TimeSpan? DelayOf(Outcome<AmoCrmResponse> outcome, int attemptNumber, AmoCrmRetryOptions options)
    {
        var asked = RetryAfterOf(outcome);
        if (IsRateLimited(outcome))
        {
            asked = Max(asked ?? TimeSpan.Zero, LeastPauseAfterRefusal);
        }

        var own = options.BaseDelay * Math.Pow(2, attemptNumber);
#pragma warning disable CA5394 // Jitter is no secret.
        return asked is { } wait ? Max(wait, own < options.MaxDelay ? own : options.MaxDelay) + (TimeSpan.FromMilliseconds(250) * Random.Shared.NextDouble()) : null;
#pragma warning restore CA5394
    }

    /// <summary>Notes a failure behind which comes a repetition: it is what the caller gets to see when the time ends before that.</summary>
    public static void Note(ResilienceContext context, Outcome<AmoCrmResponse> outcome, TimeSpan delay)
    {
        if (context.Properties.TryGetValue(CallKey, out var call))
        {
            call.LastFailure = outcome;
            call.Telemetry.Retrying(NameOf(outcome), delay);
        }
    }

    /// <summary>Whether it may pass: a network error, or no answer in time (of an unsafe request that had left they come as "outcome unknown" and are not these), and what amoCRM answers when it is busy.</summary>
    public static bool IsTransient(Outcome<AmoCrmResponse> outcome) => outcome switch
    {
        { Exception: AmoCrmNetworkException or AmoCrmTimeoutException or AmoCrmRateLimitedException } => ((AmoCrmException)outcome.Exception).IsWorthRepeating,
        { Result.StatusCode: 429 or 502 or 503 or 504 } => true,
        _ => false,
    };

    private static bool MayBeRepeated(AmoCrmRequest request, CallState? call, Outcome<AmoCrmResponse> outcome) =>
        request.Retry != RetrySafety.Unsafe
        || outcome.Result?.StatusCode == 429
        || (outcome.Exception is not null && call is not { OutcomeUnknown: true });

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static bool IsRateLimited(Outcome<AmoCrmResponse> outcome) => outcome is { Result.StatusCode: 429 } or { Exception: AmoCrmRateLimitedException };

    private static TimeSpan? RetryAfterOf(Outcome<AmoCrmResponse> outcome) => outcome.Result?.RetryAfter ?? (outcome.Exception as AmoCrmRateLimitedException)?.RetryAfter;

    private static string NameOf(Outcome<AmoCrmResponse> outcome) => outcome.Exception is AmoCrmException exception
        ? exception.ErrorCode
        : outcome.Result!.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
