using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Bulk;

/// <summary>
/// Sends the items of a chunk and says what became of each. An item that amoCRM refuses does not sink the others: where the refusal names the bad items and nothing was created, the rest is
/// sent again without them. Whatever is less certain than that is unknown.
/// </summary>
/// <param name="api">The client's API.</param>
/// <param name="operation">What is done with each item.</param>
/// <param name="sending">Awaited before a request leaves.</param>
/// <param name="readsBack">Whether items that ask for it are read back after they were written.</param>
internal sealed class ChunkSender<TArguments, TResult>(
    AmoCrmApi api, Operation<TArguments, TResult> operation, Func<IReadOnlyList<long>, ValueTask>? sending, bool readsBack = true)
{
    private readonly BatchRules _rules = operation.Batch ?? throw new InvalidOperationException($"{operation.Handler} has no batch.");

    /// <summary>How many requests were sent.</summary>
    public int Requests { get; private set; }

    /// <summary>What neither amoCRM nor this SDK threw: the caller's own code, or a bug. The items have their outcomes all the same; nothing further should be sent.</summary>
    public Exception? Foreign { get; private set; }

    /// <summary>Sends the items.</summary>
    /// <returns>An outcome for each item, in any order.</returns>
    public async Task<IReadOnlyList<BulkOutcome<TArguments, TResult>>> SendAsync(string path, IReadOnlyList<BulkItem<TArguments>> items, CancellationToken cancellationToken)
    {
        var outcomes = new List<BulkOutcome<TArguments, TResult>>(items.Count);
        var open = items;
        var mayBeStale = true;
        while (open.Count > 0)
        {
            var ready = await ReadyAsync(open, outcomes, cancellationToken).ConfigureAwait(false);
            if (ready.Items.Count == 0)
            {
                break;
            }

            var refusal = await SendOnceAsync(path, ready, outcomes, cancellationToken).ConfigureAwait(false);
            if (refusal is null)
            {
                break;
            }

            if (mayBeStale && CustomFieldResolution.MayBeStale(refusal, ready.Fields) && await CustomFieldResolution.ForgetAsync(api, operation, ready.Arguments, cancellationToken).ConfigureAwait(false))
            {
                // The fields may have changed since they were read, and nothing was carried out: once more with what is there now, before anybody is blamed.
                (mayBeStale, open) = (false, ready.Items);
                continue;
            }

            open = Without(ready.Items, refusal, outcomes);
        }

        return outcomes;
    }

    /// <returns>The refusal after which the sound items can go again; null when every item has its outcome.</returns>
    private async Task<AmoCrmValidationException?> SendOnceAsync(
        string path, ReadyChunk<TArguments> ready, List<BulkOutcome<TArguments, TResult>> outcomes, CancellationToken cancellationToken)
    {
        var items = ready.Items;
        var leaving = new LeavingChunk(sending, [.. items.Select(static item => item.Index)]);
        ChunkAnswer<TArguments, TResult> answer;
        try
        {
            var request = BatchRequest.Create(operation, _rules, path, ready.Arguments, ready.Fields, leaving.AnnounceAsync, out var body);
            Requests++;
            var response = await api.SendRequestAsync(request, cancellationToken).ConfigureAwait(false);
            api.Recycle(body);
            answer = new ChunkAnswer<TArguments, TResult>(operation, ready.Arguments, request, response);
        }
#pragma warning disable CA1031 // Whatever went wrong, each item has its outcome.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var isOurs = (exception is AmoCrmException or OperationCanceledException) && !leaving.HasFailed;
            Note(exception, isOurs);
            var (kind, error) = isOurs || leaving.MayHaveLeft ? ChunkFailure.Of(operation.Handler, operation.Retry, exception) : (BulkOutcomeKind.NotSent, exception);
            outcomes.AddRange(items.Select(item => new BulkOutcome<TArguments, TResult>(item.Index, item.Request, kind, error: error)));
            return null;
        }

        if (answer.NamesRefusedAndCreatedNothing)
        {
            return answer.Refusal;
        }

        for (var i = 0; i < items.Count; i++)
        {
            outcomes.Add(await CompletedAsync(answer.OutcomeOf(i, items[i]), cancellationToken).ConfigureAwait(false));
        }

        return null;
    }

    /// <summary>Reads back what was written, where the item asks for it.</summary>
    private async Task<BulkOutcome<TArguments, TResult>> CompletedAsync(BulkOutcome<TArguments, TResult> outcome, CancellationToken cancellationToken)
    {
        if (!readsBack || outcome.Kind != BulkOutcomeKind.Succeeded || operation is not { WantsFetch: { } wantsFetch, Fetch: { } fetch } || !wantsFetch(outcome.Request))
        {
            return outcome;
        }

        try
        {
            var result = await fetch(api, outcome.Request, outcome.Result!, cancellationToken).ConfigureAwait(false);
            return new BulkOutcome<TArguments, TResult>(outcome.Index, outcome.Request, outcome.Kind, result, outcome.Id);
        }
        catch (OperationCanceledException)
        {
            // It was written: that it was not read back takes nothing from that.
            return outcome;
        }
    }

    /// <summary>Fills in defaults and resolves custom fields. An item that cannot be is rejected; where amoCRM could not be asked, the rest is not sent.</summary>
    private async Task<ReadyChunk<TArguments>> ReadyAsync(
        IReadOnlyList<BulkItem<TArguments>> items, List<BulkOutcome<TArguments, TResult>> outcomes, CancellationToken cancellationToken)
    {
        var ready = new List<BulkItem<TArguments>>(items.Count);
        var arguments = new List<TArguments>(items.Count);
        var fields = new List<ResolvedCustomFields?>(items.Count);
        var asking = api.ForOneRequest();
        for (var i = 0; i < items.Count; i++)
        {
            try
            {
                var request = await OperationPreparation.PrepareAsync(asking, operation, items[i].Request, cancellationToken).ConfigureAwait(false);
                fields.Add(await CustomFieldResolution.ResolveAsync(asking, operation, request, cancellationToken).ConfigureAwait(false));
                arguments.Add(request);
                ready.Add(items[i]);
            }
            catch (AmoCrmArgumentException exception)
            {
                outcomes.Add(new(items[i].Index, items[i].Request, BulkOutcomeKind.Rejected, error: exception));
            }
#pragma warning disable CA1031 // Whatever went wrong, each item has its outcome.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Note(exception, isOurs: exception is AmoCrmException or OperationCanceledException);
                var error = ChunkFailure.NotSent(operation.Handler, exception);
                outcomes.AddRange(items.Skip(i).Select(item => new BulkOutcome<TArguments, TResult>(item.Index, item.Request, BulkOutcomeKind.NotSent, error: error)));
                break;
            }
        }

        return new ReadyChunk<TArguments>(ready, arguments, [.. fields]);
    }

    private void Note(Exception exception, bool isOurs) => Foreign ??= isOurs ? null : exception;

    private static List<BulkItem<TArguments>> Without(List<BulkItem<TArguments>> items, AmoCrmValidationException refusal, List<BulkOutcome<TArguments, TResult>> outcomes)
    {
        var rest = new List<BulkItem<TArguments>>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var errors = refusal.Errors.Where(error => BatchMatch.PlaceOf(error.RequestId, items.Count) == i).ToList();
            if (errors.Count == 0 && items.Count > 1)
            {
                rest.Add(items[i]);
                continue;
            }

            outcomes.Add(new BulkOutcome<TArguments, TResult>(items[i].Index, items[i].Request, BulkOutcomeKind.Rejected, error: refusal, errors: errors));
        }

        return rest;
    }
}
