using AmoCrm.Sdk.Transport;

namespace AmoCrm.Sdk.Bulk;

/// <summary>What an answer to a chunk tells of its items.</summary>
internal sealed class ChunkAnswer<TArguments, TResult>
{
    private readonly Operation<TArguments, TResult> _operation;
    private readonly BatchMatch.Found<TResult>[] _found;
    private readonly AmoCrmException? _gap;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="AmoCrmException">It is a refusal of the whole request, or cannot be read.</exception>
    public ChunkAnswer(Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> items, AmoCrmRequest request, AmoCrmResponse response)
    {
        _operation = operation;
        var sent = AmoCrmSentRequest.Of(request, response.SentAt);
        if (response.StatusCode == 400)
        {
            Refusal = (AmoCrmValidationException)AmoCrmErrors.From(response, request.Handler);
            _found = BatchMatch.Match(operation, items, CreatedNevertheless(operation, request, response));
            var isNamed = Refusal.Errors.Count > 0 && Refusal.Errors.All(error => BatchMatch.PlaceOf(error.RequestId, items.Count) is not null);
            NamesRefusedAndCreatedNothing = (isNamed || items.Count == 1) && !Array.Exists(_found, static match => match.IsFound);
            _gap = Unknown($"{Refusal.Message} It does not tell what became of this item of the batch.", Refusal, sent);
            return;
        }

        _found = BatchMatch.Match(operation, items, OperationAnswer.ReadMany(operation, request, response));
        var found = _found.Count(static match => match.IsFound);
        _gap = found == items.Count ? null : Unknown("The answer does not tell of this item of the batch. Look before repeating it.", BatchMatch.Gap(operation, found, items.Count), sent);
    }

    /// <summary>The refusal; null when it is none.</summary>
    public AmoCrmValidationException? Refusal { get; }

    /// <summary>True for a refusal that names all bad items by what they were sent with, and created nothing.</summary>
    public bool NamesRefusedAndCreatedNothing { get; }

    /// <summary>What became of an item.</summary>
    public BulkOutcome<TArguments, TResult> OutcomeOf(int place, BulkItem<TArguments> item)
    {
        if (_found[place] is { IsFound: true, Result: var result })
        {
            return new(item.Index, item.Request, BulkOutcomeKind.Succeeded, result, result is null ? null : _operation.ResultId?.Invoke(result));
        }

        var errors = Refusal?.Errors.Where(error => BatchMatch.PlaceOf(error.RequestId, _found.Length) == place).ToList() ?? [];
        return errors.Count > 0
            ? new(item.Index, item.Request, BulkOutcomeKind.Rejected, error: Refusal, errors: errors)
            : new(item.Index, item.Request, BulkOutcomeKind.Unknown, error: _gap);
    }

    // A refusal may tell of items that were created all the same. What cannot be read as that tells nothing.
    private static IReadOnlyList<TResult> CreatedNevertheless(Operation<TArguments, TResult> operation, AmoCrmRequest request, AmoCrmResponse response)
    {
        try
        {
            return OperationAnswer.ReadMany(operation, request, new AmoCrmResponse(200, response.Body) { ContentType = response.ContentType, SentAt = response.SentAt });
        }
        catch (AmoCrmException)
        {
            return [];
        }
    }

    private AmoCrmOutcomeUnknownException Unknown(string message, AmoCrmException cause, AmoCrmSentRequest sent) => new(message, cause) { Handler = _operation.Handler, Sent = sent };
}
