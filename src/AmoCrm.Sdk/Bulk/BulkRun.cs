using System.Runtime.ExceptionServices;
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
    // A server that is down would make all that follows unknown. Of answers that are lost now and then so many in a row do not happen.
    private const int MostUnknownInARow = 10;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(caller);
    private Exception? _end;
    private int _unknownInARow;

    /// <summary>Reads items until there are no more, makes chunks of them and starts those.</summary>
    /// <exception cref="AmoCrmException">Items could not be sent, and no further one could be.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task ReadAsync(IAsyncEnumerable<TArguments> requests, ChannelWriter<Task<IReadOnlyList<BulkOutcome<TArguments, TResult>>>> chunks)
    {
        try
        {
            var builder = new ChunkReader<TArguments, TResult>(operation, options, api.TimeProvider, _counter);
            await foreach (var chunk in builder.ReadAsync(requests, _stop.Token).ConfigureAwait(false))
            {
                // Room for its outcomes first: what was sent must have it when the caller cancels (BulkEndTests: a caller who is slow and cancels).
                await chunks.WaitToWriteAsync(_stop.Token).ConfigureAwait(false);
                await _places.WaitAsync(_stop.Token).ConfigureAwait(false);
                chunks.TryWrite(SendAsync(chunk));
            }
        }
        catch (Exception) when (Volatile.Read(ref _end) is not null)
        {
            // The reading was stopped, however what is read puts that. Why is thrown below, when nothing is under way any more.
        }
        finally
        {
            chunks.Complete();
        }

        await AllPlacesAsync().ConfigureAwait(false);
        if (_end is { } end)
        {
            ExceptionDispatchInfo.Throw(end);
        }
    }

    /// <summary>Stops the reading, and waits until nothing is under way any more. What was sent is not cut off, for then nobody would know what became of it.</summary>
    public async Task StopAsync(Task reading)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await AllPlacesAsync().ConfigureAwait(false);
    }

    public void Dispose()
    {
        _places.Dispose();
        _stop.Dispose();
    }

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
            var sent = EndOf() is { } end ? NotSent(chunk, end) : await sender.SendAsync(chunk.Path, chunk.Items, caller).ConfigureAwait(false);
            var outcomes = chunk.Refused.Select(static refused => new BulkOutcome<TArguments, TResult>(refused.Item.Index, refused.Item.Request, BulkOutcomeKind.Rejected, error: refused.Error))
                .Concat(sent)
                .OrderBy(static outcome => outcome.Index)
                .ToList();

            await EndIfCutOffAsync(sender.Foreign, outcomes).ConfigureAwait(false);
            await TellAsync(outcomes, sender.Requests).ConfigureAwait(false);
            return outcomes;
        }
        finally
        {
            _places.Release();
        }
    }

    // A place may be had after the caller cancelled, from a request that heard of it first (BulkEndTests: cancelled it tells).
    private Exception? EndOf() => Volatile.Read(ref _end) ?? (caller.IsCancellationRequested ? ChunkFailure.NotSent(operation.Handler, new OperationCanceledException(caller)) : null);

    /// <summary>What kept these items from being sent would keep the next ones as well.</summary>
    private Task EndIfCutOffAsync(Exception? foreign, List<BulkOutcome<TArguments, TResult>> outcomes)
    {
        if (caller.IsCancellationRequested && outcomes.Exists(static outcome => outcome.Kind is BulkOutcomeKind.NotSent or BulkOutcomeKind.Unknown))
        {
            return EndAsync(new OperationCanceledException($"{operation.Handler} was cancelled.", caller));
        }

        var failure = foreign ?? outcomes.Find(static outcome => outcome.Kind == BulkOutcomeKind.NotSent)?.Error ?? OfAServerThatIsDown(outcomes);
        return failure is null ? Task.CompletedTask : EndAsync(failure);
    }

    private Exception? OfAServerThatIsDown(List<BulkOutcome<TArguments, TResult>> outcomes)
    {
        var error = outcomes.Find(static outcome => outcome.Kind == BulkOutcomeKind.Unknown)?.Error;
        if (error is null || outcomes.Exists(static outcome => outcome.Kind == BulkOutcomeKind.Succeeded))
        {
            Volatile.Write(ref _unknownInARow, 0);
            return null;
        }

        return Interlocked.Increment(ref _unknownInARow) >= MostUnknownInARow ? error : null;
    }

    private Task EndAsync(Exception failure) => Interlocked.CompareExchange(ref _end, failure, null) is null ? _stop.CancelAsync() : Task.CompletedTask;

    private async Task TellAsync(List<BulkOutcome<TArguments, TResult>> outcomes, int requests)
    {
        try
        {
            if (options.Completed is { } completed)
            {
                await completed(outcomes).ConfigureAwait(false);
            }

            Count(outcomes, requests);
        }
#pragma warning disable CA1031 // The outcomes are there: what the caller's own code throws ends the bulk write, and takes nothing from them.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await EndAsync(exception).ConfigureAwait(false);
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
