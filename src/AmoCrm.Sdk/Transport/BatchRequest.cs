namespace AmoCrm.Sdk.Transport;

/// <summary>Makes the request that carries several items.</summary>
internal static class BatchRequest
{
    /// <summary>Makes the request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="rules">How it goes in batches.</param>
    /// <param name="path">Where to.</param>
    /// <param name="items">The items, checked and prepared.</param>
    /// <param name="fields">Their custom fields, resolved.</param>
    /// <param name="leaving">Awaited before it leaves; null for nothing.</param>
    /// <param name="body">The body: to be given back when the answer is there.</param>
    public static AmoCrmRequest Create<TArguments, TResult>(
        Operation<TArguments, TResult> operation, BatchRules rules, string path, IReadOnlyList<TArguments> items, ResolvedCustomFields?[] fields, Func<ValueTask>? leaving, out PooledBuffer body)
    {
        body = OperationBody.WriteMany(operation, items, fields);
        return new AmoCrmRequest(rules.Method ?? operation.Method, path)
        {
            Body = body.Written,
            Retry = operation.Retry,
            Handler = rules.Handler ?? operation.Handler,
            PathTemplate = rules.Path ?? operation.PathTemplate,
            ItemIds = IdsOf(operation, items),
            Leaving = leaving,
        };
    }

    private static string[] IdsOf<TArguments, TResult>(Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> items)
    {
        var ids = new string[items.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = operation is { Effect: HandlerEffect.Update, ArgumentsId: { } id }
                ? id(items[i]).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : OperationBody.RequestId(i);
        }

        return ids;
    }
}
