using System.Runtime.CompilerServices;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Bulk;

/// <summary>Makes chunks of what is given, as it comes: full ones, and others when nothing more comes for a while.</summary>
/// <param name="operation">What is done with each item.</param>
/// <param name="options">How many items a chunk has, and how long it waits.</param>
/// <param name="time">The clock.</param>
/// <param name="counter">Counts what is read.</param>
internal sealed class ChunkReader<TArguments, TResult>(Operation<TArguments, TResult> operation, BulkOptions options, TimeProvider time, BulkCounter counter)
{
    // Refused items hold memory and wait for their outcome: they do not wait for sound ones without end.
    private const int RefusedAtMost = 1000;

    private readonly BatchRules _rules = operation.Batch!;
    private readonly int _size = options.ChunkSize ?? operation.Batch!.Best;
    private List<BulkItem<TArguments>> _items = [];
    private List<(BulkItem<TArguments> Item, AmoCrmArgumentException Error)> _refused = [];
    private string _path = string.Empty;
    private long _index;

    private bool IsEmpty => _items.Count == 0 && _refused.Count == 0;

    private bool IsFull => _items.Count >= _size || _refused.Count >= RefusedAtMost;

    public async IAsyncEnumerable<BulkChunk<TArguments>> ReadAsync(IAsyncEnumerable<TArguments> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = requests.GetAsyncEnumerator(cancellationToken);
        var next = Task.FromResult(true);
        try
        {
            while (true)
            {
                next = source.MoveNextAsync().AsTask();
                if (!IsEmpty && !await ComesInTimeAsync(next, cancellationToken).ConfigureAwait(false))
                {
                    yield return Take();
                }

                if (!await next.ConfigureAwait(false))
                {
                    break;
                }

                cancellationToken.ThrowIfCancellationRequested();
                counter.Read();
                if (Place(source.Current) is { } done)
                {
                    yield return done;
                }

                if (IsFull)
                {
                    yield return Take();
                }
            }
        }
        finally
        {
            // Whoever leaves meanwhile leaves it moving, and what moves must not be disposed of (BulkSourceTests: a source that is left while it waits).
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await source.DisposeAsync().ConfigureAwait(false);
        }

        if (!IsEmpty)
        {
            yield return Take();
        }
    }

    /// <summary>Puts an item into the chunk; where it goes somewhere else than the others, they are a chunk of their own.</summary>
    private BulkChunk<TArguments>? Place(TArguments request)
    {
        var item = new BulkItem<TArguments>(_index++, request);
        string path;
        try
        {
            BatchRunner.CheckItem(operation, _rules.Handler ?? operation.Handler, request);
            path = _rules.Path ?? operation.PathOf(request);
        }
        catch (AmoCrmArgumentException exception)
        {
            _refused.Add((item, exception));
            return null;
        }

        var before = _items.Count > 0 && path != _path ? Take() : null;
        _path = path;
        _items.Add(item);
        return before;
    }

    private BulkChunk<TArguments> Take()
    {
        var chunk = new BulkChunk<TArguments>(_path, _items, _refused);
        (_items, _refused) = ([], []);
        return chunk;
    }

    private async Task<bool> ComesInTimeAsync(Task<bool> next, CancellationToken cancellationToken)
    {
        if (next.IsCompleted)
        {
            return true;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = Task.Delay(options.MaxWait, time, enough.Token);
        var first = await Task.WhenAny(next, wait).ConfigureAwait(false);
        await enough.CancelAsync().ConfigureAwait(false);
        return first == next || cancellationToken.IsCancellationRequested;
    }
}
