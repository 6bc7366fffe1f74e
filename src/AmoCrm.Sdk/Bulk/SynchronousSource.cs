namespace AmoCrm.Sdk.Bulk;

/// <summary>Items at hand as a stream of them.</summary>
/// <param name="items">The items.</param>
internal sealed class SynchronousSource<T>(IEnumerable<T> items) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(items.GetEnumerator());

    private sealed class Enumerator(IEnumerator<T> items) : IAsyncEnumerator<T>
    {
        public T Current => items.Current;

        public ValueTask<bool> MoveNextAsync() => ValueTask.FromResult(items.MoveNext());

        public ValueTask DisposeAsync()
        {
            items.Dispose();
            return default;
        }
    }
}
