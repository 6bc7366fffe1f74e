using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Bulk;

/// <summary>Writes any number of items: in chunks, several at once, and gives an outcome for each item in the order of the items.</summary>
internal static class BulkRunner
{
    public static IAsyncEnumerable<BulkOutcome<TArguments, TResult>> RunAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, IAsyncEnumerable<TArguments> requests, BulkOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var rules = operation.Batch ?? throw new InvalidOperationException($"{operation.Handler} has no batch.");
        BatchMatch.DemandMeans(operation);
        return OutcomesAsync(api.Bulk, operation, requests, (options ?? new BulkOptions()).Checked(operation.Handler, rules.Max), cancellationToken);
    }

    /// <summary>The same for what is at hand.</summary>
    public static IAsyncEnumerable<BulkOutcome<TArguments, TResult>> RunAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, IEnumerable<TArguments> requests, BulkOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return RunAsync(api, operation, new SynchronousSource<TArguments>(requests), options, cancellationToken);
    }

    private static async IAsyncEnumerable<BulkOutcome<TArguments, TResult>> OutcomesAsync<TArguments, TResult>(
        AmoCrmApi api,
        Operation<TArguments, TResult> operation,
        IAsyncEnumerable<TArguments> requests,
        BulkOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // As many chunks wait here as are under way: whoever takes outcomes slowly slows the reading down, and memory stays at a few chunks.
        var chunks = Channel.CreateBounded<Task<IReadOnlyList<BulkOutcome<TArguments, TResult>>>>(
            new BoundedChannelOptions(options.MaxConcurrency) { SingleReader = true, SingleWriter = true });
        using var run = new BulkRun<TArguments, TResult>(api, operation, options, cancellationToken);
        var reading = run.ReadAsync(requests, chunks.Writer);
        try
        {
            // Not on the caller's token: what was under way when he cancelled has outcomes too.
            await foreach (var chunk in chunks.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                foreach (var outcome in await chunk.ConfigureAwait(false))
                {
                    yield return outcome;
                }
            }

            // What ended it before its end: the caller's cancellation, what was given, or a failure that would meet every further item.
            await reading.ConfigureAwait(false);
        }
        finally
        {
            await run.StopAsync(reading).ConfigureAwait(false);
        }
    }
}
