using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Bulk;

/// <summary>Gathers creates for a moment and sends them in one request.</summary>
/// <param name="api">The client's API.</param>
/// <param name="operation">The create.</param>
/// <param name="path">Where they go.</param>
internal sealed class Coalescer<TArguments, TResult>(AmoCrmApi api, Operation<TArguments, TResult> operation, string path)
{
    private readonly SyncRoot _gate = new();
    private List<CoalescedCreate<TArguments, TResult>> _open = [];

    public async Task<TResult> SendAsync(TArguments arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var create = new CoalescedCreate<TArguments, TResult>(operation.Handler, arguments);
        Join(create);
        var giving = cancellationToken.UnsafeRegister((_, token) => create.GiveUp(HasLeft(create), token), null);
        await using (giving.ConfigureAwait(false))
        {
            return await create.Task.ConfigureAwait(false);
        }
    }

    private void Join(CoalescedCreate<TArguments, TResult> create)
    {
        List<CoalescedCreate<TArguments, TResult>>? full = null;
        List<CoalescedCreate<TArguments, TResult>>? opened = null;
        lock (_gate)
        {
            _open.Add(create);
            if (_open.Count >= operation.Batch!.Best)
            {
                full = Take();
            }
            else if (_open.Count == 1)
            {
                opened = _open;
            }
        }

        if (full is not null)
        {
            _ = LeaveAsync(full);
        }
        else if (opened is not null)
        {
            // Not under the lock: without a window it leaves on this very thread.
            _ = LeaveAfterAMomentAsync(opened);
        }
    }

    /// <summary>Takes a create out of those that wait for their request.</summary>
    /// <returns>True when its request has left already.</returns>
    private bool HasLeft(CoalescedCreate<TArguments, TResult> create)
    {
        lock (_gate)
        {
            return !_open.Remove(create);
        }
    }

    private async Task LeaveAfterAMomentAsync(List<CoalescedCreate<TArguments, TResult>> creates)
    {
        await Task.Delay(api.Options.Coalescing.Window, api.TimeProvider).ConfigureAwait(false);
        lock (_gate)
        {
            if (!ReferenceEquals(creates, _open))
            {
                // It was full before.
                return;
            }

            Take();
        }

        await LeaveAsync(creates).ConfigureAwait(false);
    }

    private List<CoalescedCreate<TArguments, TResult>> Take()
    {
        var taken = _open;
        _open = [];
        return taken;
    }

    private async Task LeaveAsync(List<CoalescedCreate<TArguments, TResult>> creates)
    {
        if (creates.Count == 0)
        {
            return;
        }

        try
        {
            // On no caller's token: one who gives up does not cut off the others.
            var items = creates.Select(static (create, place) => new BulkItem<TArguments>(place, create.Arguments)).ToList();
            var outcomes = await new ChunkSender<TArguments, TResult>(api, operation, sending: null, readsBack: false).SendAsync(path, items, CancellationToken.None).ConfigureAwait(false);
            foreach (var outcome in outcomes)
            {
                creates[(int)outcome.Index].Settle(outcome);
            }
        }
#pragma warning disable CA1031 // Whatever went wrong, each caller hears of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            creates.ForEach(create => create.TrySetException(exception));
        }
    }
}
