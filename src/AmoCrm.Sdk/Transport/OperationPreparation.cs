namespace AmoCrm.Sdk.Transport;

/// <summary>What happens to arguments before their request is made: defaults that have to be asked for, and the guard of paid options.</summary>
internal static class OperationPreparation
{
    public static bool IsNeeded<TArguments, TResult>(Operation<TArguments, TResult> operation) => operation.ApiFilter is not null || operation.Prepare is not null;

    public static async ValueTask<TArguments> PrepareAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, TArguments arguments, CancellationToken cancellationToken)
    {
        if (operation.ApiFilter?.Invoke(arguments) == true)
        {
            await DemandApiFilterAsync(api, operation.Handler, cancellationToken).ConfigureAwait(false);
        }

        return operation.Prepare is { } prepare ? await prepare(api, arguments, cancellationToken).ConfigureAwait(false) : arguments;
    }

    /// <exception cref="AmoCrmNotSupportedException">The account has no filters.</exception>
    public static async ValueTask DemandApiFilterAsync(AmoCrmApi api, string handler, CancellationToken cancellationToken)
    {
        if (!await api.Account.IsApiFilterEnabledAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new AmoCrmNotSupportedException(
                $"{handler}: this account does not have the paid option of filtering by the API, so amoCRM would ignore the filter and answer everything. "
                + "Use query, filter what is answered, or set allow_unfiltered (AllowUnfiltered) to take it unfiltered.")
            {
                Handler = handler,
            };
        }
    }
}
