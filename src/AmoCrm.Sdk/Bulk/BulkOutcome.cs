namespace AmoCrm.Sdk;

/// <summary>What became of an item of a bulk write.</summary>
public abstract class BulkOutcome
{
    private protected BulkOutcome(long index, BulkOutcomeKind kind, long? id, Exception? error, IReadOnlyList<AmoCrmValidationError> errors)
    {
        Index = index;
        Kind = kind;
        Id = id;
        Error = error;
        Errors = errors;
    }

    /// <summary>The item's place in what was given, from zero.</summary>
    public long Index { get; }

    /// <summary>What became of it.</summary>
    public BulkOutcomeKind Kind { get; }

    /// <summary>The id of what was created or changed; null unless it succeeded.</summary>
    public long? Id { get; }

    /// <summary>Why it did not succeed: an <see cref="AmoCrmException"/>, or an <see cref="AmoCrmArgumentException"/> where the item was refused before anything was sent, or what <see cref="BulkOptions.Sending"/> threw. Null when it did.</summary>
    public Exception? Error { get; }

    /// <summary>What amoCRM says is wrong with this item; empty where it said nothing of it.</summary>
    public IReadOnlyList<AmoCrmValidationError> Errors { get; }

    /// <summary>The place, what became of it, and the id; nothing of what was written.</summary>
    public override string ToString() => Id is { } id ? $"{Index}: {Kind} ({id})" : $"{Index}: {Kind}";
}
