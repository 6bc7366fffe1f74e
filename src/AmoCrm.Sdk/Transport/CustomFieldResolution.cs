namespace AmoCrm.Sdk.Transport;

/// <summary>Custom fields of operations: names become ids and enum ids before anything is written, from what is known about the account.</summary>
internal static class CustomFieldResolution
{
    /// <summary>
    /// Resolves the fields of each item and sends. Where amoCRM refuses them, they or their choices may have changed since they were read: once more with what is there
    /// now, for nothing was carried out.
    /// </summary>
    public static async Task<T> ResolveAndSendAsync<TArguments, TResult, T>(
        AmoCrmApi api,
        Operation<TArguments, TResult> operation,
        IReadOnlyList<TArguments> arguments,
        Func<ResolvedCustomFields?[], Task<T>> sendAsync,
        CancellationToken cancellationToken)
    {
        var fields = await ResolveAllAsync(api, operation, arguments, cancellationToken).ConfigureAwait(false);
        try
        {
            return await sendAsync(fields).ConfigureAwait(false);
        }
        catch (AmoCrmValidationException exception) when (MayBeStale(exception, fields))
        {
            if (!await ForgetAsync(api, operation, arguments, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return await sendAsync(await ResolveAllAsync(api, operation, arguments, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    /// <summary>Our own writes of definitions make what we know about them old.</summary>
    public static void ForgetWhatChanged(AmoCrmApi api, AmoCrmRequest request)
    {
        const string Root = "/api/v4/";
        var end = request.Path.IndexOf("/custom_fields", StringComparison.Ordinal);
        if (end > Root.Length && CustomFieldScope.TryParse(request.Path[Root.Length..end], out var scope))
        {
            api.Account.DropFields(scope);
        }
    }

    /// <summary>The fields of an item; null when it has none. Fields are read only when a name or a choice's text has to be looked up.</summary>
    /// <param name="api">Knows the account: for several items of one request, <see cref="AmoCrmApi.ForOneRequest"/>.</param>
    /// <param name="operation">What the item is for.</param>
    /// <param name="arguments">The item.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="AmoCrmArgumentException">A key or a choice is unknown or ambiguous, or a field is given twice.</exception>
    public static async ValueTask<ResolvedCustomFields?> ResolveAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, TArguments arguments, CancellationToken cancellationToken)
    {
        if (operation is not { CustomFields: { } fieldsOf, CustomFieldScope: { } scopeOf } || fieldsOf(arguments) is not { } input)
        {
            return null;
        }

        return input.Count == 0
            ? ResolvedCustomFields.Empty
            : await new CustomFieldResolver(await api.Account.GetAccountAsync(cancellationToken).ConfigureAwait(false), scopeOf(arguments), operation.Handler).ResolveAsync(input, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>True when amoCRM refused custom fields.</summary>
    public static bool MayBeStale(AmoCrmValidationException exception, ResolvedCustomFields?[] fields) =>
        Array.Exists(fields, static resolved => resolved is not null)
        && exception.Errors.Any(static error => error.Path.Contains("custom_fields_values", StringComparison.Ordinal));

    /// <summary>Has the definitions read anew.</summary>
    /// <returns>False when none were at hand, so that nothing can have been resolved by old ones.</returns>
    public static async ValueTask<bool> ForgetAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> arguments, CancellationToken cancellationToken)
    {
        var known = false;
        var account = await api.Account.GetAccountAsync(cancellationToken).ConfigureAwait(false);
        foreach (var scope in arguments.Select(operation.CustomFieldScope!).Distinct())
        {
            known |= await account.PeekFieldsAsync(scope).ConfigureAwait(false) is not null;
            api.Account.DropFields(scope);
        }

        return known;
    }

    /// <summary>The fields of each item; null for items without any.</summary>
    private static async ValueTask<ResolvedCustomFields?[]> ResolveAllAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> arguments, CancellationToken cancellationToken)
    {
        var resolved = new ResolvedCustomFields?[arguments.Count];
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = await ResolveAsync(api, operation, arguments[i], cancellationToken).ConfigureAwait(false);
        }

        return resolved;
    }
}
