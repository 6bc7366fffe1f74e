namespace AmoCrm.Sdk.Hosting;

/// <summary>Remembers used tokens in this process, each until it expires.</summary>
/// <param name="timeProvider">The clock; null means that of the machine.</param>
public sealed class InMemoryUsedTokens(TimeProvider? timeProvider = null) : IAmoCrmUsedTokens
{
    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly HashSet<(string ClientId, string TokenId)> _used = [];
    private readonly PriorityQueue<(string ClientId, string TokenId), DateTimeOffset> _byEnd = new();

    /// <summary>How many are remembered.</summary>
    internal int Count
    {
        get
        {
            lock (_used)
            {
                return _used.Count;
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryUseAsync(string clientId, string tokenId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clientId);
        ArgumentNullException.ThrowIfNull(tokenId);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_used)
        {
            var now = _time.GetUtcNow();
            while (_byEnd.TryPeek(out var oldest, out var end) && end < now)
            {
                _byEnd.Dequeue();
                _used.Remove(oldest);
            }

            if (!_used.Add((clientId, tokenId)))
            {
                return ValueTask.FromResult(false);
            }

            _byEnd.Enqueue((clientId, tokenId), until);
            return ValueTask.FromResult(true);
        }
    }
}
