using System.Runtime.CompilerServices;

namespace AmoCrm.Sdk.Handlers;

/// <summary>Merges sequences that are each in ascending order into one. It holds one item of each.</summary>
internal static class OrderedMerge
{
    public static async IAsyncEnumerable<T> By<T, TKey>(
        IReadOnlyList<IAsyncEnumerable<T>> sources, Func<T, TKey> key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = new List<IAsyncEnumerator<T>>(sources.Count);
        var heads = new PriorityQueue<IAsyncEnumerator<T>, TKey>();
        try
        {
            foreach (var source in sources)
            {
                var enumerator = source.GetAsyncEnumerator(cancellationToken);
                open.Add(enumerator);
                if (await enumerator.MoveNextAsync().ConfigureAwait(false))
                {
                    heads.Enqueue(enumerator, key(enumerator.Current));
                }
            }

            while (heads.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync().ConfigureAwait(false))
                {
                    heads.Enqueue(next, key(next.Current));
                }
            }
        }
        finally
        {
            foreach (var enumerator in open)
            {
                await enumerator.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
