using System.Threading.Channels;
using AmoCrm.Sdk.Telemetry;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Bulk;

/// <summary>One bulk write under way.</summary>
/// <param name="api">The client's API, in the bulk lane.</param>
/// <param name="operation">What is done with each item.</param>
/// <param name="options">How.</param>
/// <param name="caller">The caller's token.</param>
internal sealed class BulkRun<TArguments, TResult>(AmoCrmApi api, Operation<TArguments, TResult> operation, BulkOptions options, CancellationToken caller) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.MaxConcurrency);
    private readonly BulkCounter _counter = new(options.Progress);
    private volatile Exception? _end;

    /// <summary>Reads items until there are no more, makes chunks of them and starts those.</summary>
    /// <exception cref="AmoCrmException">Items could not be sent, and no further one could be.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task ReadAsync(
        IAsyncEnumerable<TArguments> requests, ChannelWriter<Task<IReadOnlyList<BulkOutcome<TArguments, TResult>>>> chunks, CancellationToken cancellationToken)
    {
        try
        {
            var builder = new ChunkReader<TArguments, TResult>(operation, options, api.TimeProvider, _counter);
            await foreach (var chunk in builder.ReadAsync(requests, cancellationToken).ConfigureAwait(false))
            {
                await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
                await chunks.WriteAsync(SendAsync(chunk), cancellationToken).ConfigureAwait(false);
                if (_end is not null)
                {
                    break;
                }
            }
        }
        finally
        {
            chunks.Complete();
        }

        await AllPlacesAsync().ConfigureAwait(false);
        if (_end is { } end)
        {
            throw end;
        }
    }

    /// <summary>Waits until nothing is under way any more.</summary>
    public async Task WhenIdleAsync(Task reading)
    {
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await AllPlacesAsync().ConfigureAwait(false);
    }

    public void Dispose() => _places.Dispose();

    private async Task AllPlacesAsync()
    {
        for (var i = 0; i < options.MaxConcurrency; i++)
        {
            await _places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _places.Release(options.MaxConcurrency);
    }

    private async Task<IReadOnlyList<BulkOutcome<TArguments, TResult>>> SendAsync(BulkChunk<TArguments> chunk)
    {
        try
        {
            var sender = new ChunkSender<TArguments, TResult>(api, operation, options.Sending);
            var sent = _end is { } end ? NotSent(chunk, end) : await sender.SendAsync(chunk.Path, chunk.Items, caller).ConfigureAwait(false);
            var outcomes = chunk.Refused.Select(static refused => new BulkOutcome<TArguments, TResult>(refused.Item.Index, refused.Item.Request, BulkOutcomeKind.Rejected, error: refused.Error))
                .Concat(sent)
                .OrderBy(static outcome => outcome.Index)
                .ToList();

            // What kept these from being sent would keep the next ones as well.
            _end ??= outcomes.Find(static outcome => outcome.Kind == BulkOutcomeKind.NotSent)?.Error;
            if (options.Completed is { } completed)
            {
                await completed(outcomes).ConfigureAwait(false);
            }

            Count(outcomes, sender.Requests);
            return outcomes;
        }
        finally
        {
            _places.Release();
        }
    }

    private void Count(List<BulkOutcome<TArguments, TResult>> outcomes, int requests)
    {
        foreach (var group in outcomes.GroupBy(static outcome => outcome.Kind))
        {
            AmoCrmTelemetry.BulkItems.Add(group.Count(), new("amocrm.handler", operation.Handler), new("amocrm.outcome", NameOf(group.Key)));
        }

        _counter.Done(outcomes, requests);
    }

    private static List<BulkOutcome<TArguments, TResult>> NotSent(BulkChunk<TArguments> chunk, Exception error) =>
        [.. chunk.Items.Select(item => new BulkOutcome<TArguments, TResult>(item.Index, item.Request, BulkOutcomeKind.NotSent, error: error))];

    private static string NameOf(BulkOutcomeKind kind) => kind switch
    {
        BulkOutcomeKind.Succeeded => "succeeded",
        BulkOutcomeKind.Rejected => "rejected",
        BulkOutcomeKind.Unknown => "unknown",
        _ => "not_sent",
    };
}
