using AmoCrm.Sdk.Resilience;
using Polly;
using Polly.Retry;

namespace AmoCrm.Sdk;

/// <summary>Puts this SDK's repetition into pipelines of your own.</summary>
public static class AmoCrmResiliencePipelineBuilderExtensions
{
    /// <summary>Adds what repeats requests by default, as the options say. What may be repeated is a matter of the request, see <see cref="AmoCrmRequest.Retry"/>.</summary>
    /// <param name="builder">The pipeline.</param>
    /// <param name="options">How often and after which pauses; null for the defaults.</param>
    /// <returns>The pipeline.</returns>
    /// <exception cref="AmoCrmConfigurationException">An option is not allowed; the message names it.</exception>
    public static ResiliencePipelineBuilder<AmoCrmResponse> AddAmoCrmRetry(this ResiliencePipelineBuilder<AmoCrmResponse> builder, AmoCrmRetryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var retry = (options ?? new AmoCrmRetryOptions()).Copy();
        var problems = AmoCrmRetryOptions.ProblemsOf(retry).ToList();
        if (problems.Count > 0)
        {
            throw new AmoCrmConfigurationException(string.Join(' ', problems));
        }

        return retry.MaxRetries == 0 ? builder : builder.AddRetry(new RetryStrategyOptions<AmoCrmResponse>
        {
            Name = "AmoCrm.Sdk.Retry",
            MaxRetryAttempts = retry.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = retry.BaseDelay,
            MaxDelay = retry.MaxDelay,
            ShouldHandle = static arguments => ValueTask.FromResult(RetryDecision.IsWorthRepeating(arguments.Context, arguments.Outcome)),
            DelayGenerator = arguments => ValueTask.FromResult(RetryDecision.DelayOf(arguments.Outcome, arguments.AttemptNumber, retry)),
            OnRetry = static arguments =>
            {
                RetryDecision.Note(arguments.Context, arguments.Outcome, arguments.RetryDelay);
                return ValueTask.CompletedTask;
            },
        });
    }
}
