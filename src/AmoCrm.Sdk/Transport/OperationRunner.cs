namespace AmoCrm.Sdk.Transport;

/// <summary>One operation from its arguments to its result: defaults, guards, custom fields, request, answer.</summary>
internal static class OperationRunner
{
    /// <summary>Runs a validated operation.</summary>
    /// <param name="api">The client's API.</param>
    /// <param name="operation">What to run.</param>
    /// <param name="arguments">The arguments, validated.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<TResult> RunAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, TArguments arguments, CancellationToken cancellationToken)
    {
        arguments = await OperationPreparation.PrepareAsync(api, operation, arguments, cancellationToken).ConfigureAwait(false);
        var query = OperationQuery.Write(operation, arguments);
        return await CustomFieldResolution.ResolveAndSendAsync(
            api, operation, [arguments], fields => SendAsync(api, operation, arguments, query, fields, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<TResult> SendAsync<TArguments, TResult>(
        AmoCrmApi api,
        Operation<TArguments, TResult> operation,
        TArguments arguments,
        string? query,
        ResolvedCustomFields?[] fields,
        CancellationToken cancellationToken)
    {
        var body = OperationBody.Write(operation, arguments, fields[0]);
        var request = new AmoCrmRequest(operation.Method, operation.Path(arguments))
        {
            Query = query,
            Body = body?.Written ?? default,
            Retry = operation.Retry,
            Handler = operation.Handler,
            PathTemplate = operation.PathTemplate,
        };
        var response = await api.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        api.Recycle(body);
        return OperationAnswer.Read(operation, arguments, request, response);
    }
}
