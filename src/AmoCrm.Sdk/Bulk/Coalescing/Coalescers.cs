using System.Collections.Concurrent;
using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Bulk;

/// <summary>The requests of a client that are still open for further creates, by what, where and with whose rights.</summary>
internal sealed class Coalescers
{
    private readonly ConcurrentDictionary<Key, object> _open = [];

    /// <summary>Whether a create may share a request with others.</summary>
    public static bool CanCarry<TArguments, TResult>(AmoCrmClientOptions options, Operation<TArguments, TResult> operation, TArguments arguments) =>
        options.Coalescing.IsEnabled
        && operation.Coalesce is not null
        && operation.BatchRefusal?.Invoke(arguments) is null;

    /// <summary>Sends a create together with others of its time.</summary>
    public Task<TResult> SendAsync<TArguments, TResult>(AmoCrmApi api, Operation<TArguments, TResult> operation, TArguments arguments, CancellationToken cancellationToken)
    {
        var path = operation.Batch!.Path ?? operation.PathOf(arguments);
        var coalescer = (Coalescer<TArguments, TResult>)_open.GetOrAdd(
            new Key(operation, path, api.ContextUserId, api.Priority),
            static (key, state) => new Coalescer<TArguments, TResult>(state.api, state.operation, key.Path),
            (api, operation));
        return coalescer.SendAsync(arguments, cancellationToken);
    }

    private sealed record Key(object Operation, string Path, long? UserId, AmoCrmPriority Priority);
}
