using AmoCrm.Sdk.Transport;
using Polly;

namespace AmoCrm.Sdk.Resilience;

/// <summary>Sends a request, and again where that is worth it: through the pipeline of the options, or ours.</summary>
/// <param name="options">The client's options.</param>
/// <param name="send">Sends it once, with another token where amoCRM refuses the first.</param>
internal sealed class RetryingSender(AmoCrmClientOptions options, Func<CallState, CancellationToken, ValueTask<AmoCrmResponse>> send)
{
    private readonly ResiliencePipeline<AmoCrmResponse> _pipeline =
        options.ResiliencePipeline ?? new ResiliencePipelineBuilder<AmoCrmResponse> { TimeProvider = options.TimeProvider }.AddAmoCrmRetry(options.Retry).Build();

    /// <summary>Sends it until there is an answer that stays.</summary>
    public ValueTask<AmoCrmResponse> SendAsync(CallState call, CancellationToken cancellationToken) =>
        options.ResiliencePipeline is null ? SendFirstAsync(call, cancellationToken) : ExecuteAsync(call, first: null, cancellationToken);

    // Our pipeline does nothing but repeat, and hardly any request is repeated: it is asked only when the first attempt failed in a way that may pass, and takes that attempt for its own.
    // The layers of a pipeline cost as much time as all the rest of ours (the case "pipeline" of the benchmarks).
    private async ValueTask<AmoCrmResponse> SendFirstAsync(CallState call, CancellationToken cancellationToken)
    {
        Outcome<AmoCrmResponse> first;
        try
        {
            var response = await send(call, cancellationToken).ConfigureAwait(false);
            first = Outcome.FromResult(response);
            if (!RetryDecision.IsTransient(first) || cancellationToken.IsCancellationRequested)
            {
                return response;
            }
        }
        catch (AmoCrmException exception) when (!cancellationToken.IsCancellationRequested && RetryDecision.IsTransient(Outcome.FromException<AmoCrmResponse>(exception)))
        {
            first = Outcome.FromException<AmoCrmResponse>(exception);
        }

        return await ExecuteAsync(call, first, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AmoCrmResponse> ExecuteAsync(CallState call, Outcome<AmoCrmResponse>? first, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(call.Request.Handler, cancellationToken);
        try
        {
            context.Properties.Set(AmoCrmResilience.RequestKey, call.Request);
            context.Properties.Set(RetryDecision.CallKey, call);
            return await _pipeline.ExecuteAsync(
                attempt =>
                {
                    if (first is not { } outcome)
                    {
                        return send(call, attempt.CancellationToken);
                    }

                    first = null;
                    outcome.ThrowIfException();
                    return ValueTask.FromResult(outcome.Result!);
                },
                context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!call.Caller.IsCancellationRequested && (call.LastFailure ?? first) is { } failure)
        {
            // The time ended before the next repetition: what the last attempt met says more than that.
            failure.ThrowIfException();
            return failure.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
