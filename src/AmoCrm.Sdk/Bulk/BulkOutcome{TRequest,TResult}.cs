namespace AmoCrm.Sdk;

/// <summary>What became of an item of a bulk write, with the item and its result.</summary>
/// <typeparam name="TRequest">What was given for the item.</typeparam>
/// <typeparam name="TResult">What amoCRM answered.</typeparam>
public sealed class BulkOutcome<TRequest, TResult> : BulkOutcome
{
    internal BulkOutcome(
        long index, TRequest request, BulkOutcomeKind kind, TResult? result = default, long? id = null, Exception? error = null, IReadOnlyList<AmoCrmValidationError>? errors = null)
        : base(index, kind, id, error, errors ?? [])
    {
        Request = request;
        Result = result;
    }

    /// <summary>The item as it was given.</summary>
    public TRequest Request { get; }

    /// <summary>The result; null (the default) unless it succeeded.</summary>
    public TResult? Result { get; }
}
