namespace AmoCrm.Sdk.Bulk;

/// <summary>A create that rides with others.</summary>
/// <param name="handler">The handler.</param>
/// <param name="arguments">What to create.</param>
internal sealed class CoalescedCreate<TArguments, TResult>(string handler, TArguments arguments)
    : TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public TArguments Arguments => arguments;

    /// <summary>The caller waits no longer. Where the request has left already, what becomes of it is unknown to him.</summary>
    public void GiveUp(bool hasLeft, CancellationToken cancellationToken)
    {
        if (hasLeft)
        {
            TrySetException(new AmoCrmOperationCanceledException(handler, innerException: null, cancellationToken));
        }
        else
        {
            TrySetCanceled(cancellationToken);
        }
    }

    /// <summary>Gives the caller his own answer or his own error.</summary>
    public void Settle(BulkOutcome<TArguments, TResult> outcome)
    {
        if (outcome.Kind == BulkOutcomeKind.Succeeded)
        {
            TrySetResult(outcome.Result!);
            return;
        }

        // The refusal of the request names what is wrong with the others too, and its document quotes what they sent.
        TrySetException(outcome.Error is AmoCrmValidationException { Error: var error } && outcome.Errors.Count < error.Errors.Count && outcome.Errors.Count > 0
            ? new AmoCrmValidationException(error with { Errors = outcome.Errors, Problem = null })
            : outcome.Error!);
    }
}
