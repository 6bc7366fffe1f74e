using AmoCrm.Sdk.Bulk;

namespace AmoCrm.Sdk.Transport;

/// <summary>Sends one item in a request with others of its time.</summary>
internal delegate Task<TResult> OperationCoalescer<TArguments, TResult>(
    Coalescers open, AmoCrmApi api, Operation<TArguments, TResult> operation, TArguments arguments, CancellationToken cancellationToken);
