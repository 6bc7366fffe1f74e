namespace AmoCrm.Sdk.Transport;

/// <summary>One operation from its arguments to its result: defaults, guards, custom fields, request, answer.</summary>
internal static class OperationRunner
{
    /// <summary>Runs a validated operation.</summary>
    /// <param name="api">The client's API.</param>
    /// <param name="operation">What to run.</param>
    /// <param name="arguments">The arguments, validated.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async ValueTask<TResult> RunAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, TArguments arguments, CancellationToken cancellationToken)
    {
        if (OperationPreparation.IsNeeded(operation))
        {
            arguments = await OperationPreparation.PrepareAsync(api, operation, arguments, cancellationToken).ConfigureAwait(false);
        }

        var query = OperationQuery.Write(operation, arguments);
        return operation.CustomFields is null
            ? await SendAsync(api, operation, arguments, query, fields: null, cancellationToken).ConfigureAwait(false)
            : await ResolveAndSendAsync(api, operation, arguments, query, cancellationToken).ConfigureAwait(false);
    }

    private static Task<TResult> ResolveAndSendAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, TArguments arguments, string? query, CancellationToken cancellationToken) =>
        CustomFieldResolution.ResolveAndSendAsync(
            api, operation, [arguments], fields => SendAsync(api, operation, arguments, query, fields[0], cancellationToken).AsTask(), cancellationToken);

    private static async ValueTask<TResult> SendAsync<TArguments, TResult>(
        AmoCrmApi api,
        Operation<TArguments, TResult> operation,
        TArguments arguments,
        string? query,
        ResolvedCustomFields? fields,
        CancellationToken cancellationToken)
    {
        var body = OperationBody.Write(operation, arguments, fields);
        var request = new AmoCrmRequest(operation.Method, operation.PathOf(arguments))
        {
            Query = query,
            Body = body?.Written ?? default,
            Retry = operation.Retry,
            Handler = operation.Handler,
            PathTemplate = operation.PathTemplate,
            ReturnsBody = true,
        };
        var response = await api.SendRequestAsync(request, cancellationToken).ConfigureAwait(false);
        api.Recycle(body);
        var result = OperationAnswer.Read(operation, arguments, request, response);
        api.Recycle(response.Buffer);
        return result;
    }
}
