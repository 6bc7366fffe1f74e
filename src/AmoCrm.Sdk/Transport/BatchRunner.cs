using System.Globalization;

namespace AmoCrm.Sdk.Transport;

/// <summary>Several items in one request. Results are matched with their requests by id, never by position.</summary>
internal static class BatchRunner
{
    public static async Task<TResult[]> RunAsync<TArguments, TResult>(
        AmoCrmApi api, Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> arguments, CancellationToken cancellationToken)
    {
        var rules = operation.Batch ?? throw new InvalidOperationException($"{operation.Handler} has no batch.");
        var handler = rules.Handler ?? operation.Handler;
        Check(operation, rules, handler, arguments);
        if (arguments.Count == 0)
        {
            return [];
        }

        var items = new TArguments[arguments.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = await OperationPreparation.PrepareAsync(api, operation, arguments[i], cancellationToken).ConfigureAwait(false);
        }

        var path = PathOf(operation, rules, handler, items);
        var results = await CustomFieldResolution.ResolveAndSendAsync(
            api, operation, items, fields => SendAsync(api, operation, rules, path, items, fields, cancellationToken), cancellationToken).ConfigureAwait(false);
        return Match(operation, items, results);
    }

    private static async Task<IReadOnlyList<TResult>> SendAsync<TArguments, TResult>(
        AmoCrmApi api,
        Operation<TArguments, TResult> operation,
        BatchRules rules,
        string path,
        TArguments[] items,
        ResolvedCustomFields?[] fields,
        CancellationToken cancellationToken)
    {
        var body = OperationBody.WriteMany(operation, items, fields);
        var request = new AmoCrmRequest(rules.Method ?? operation.Method, path)
        {
            Body = body.Written,
            Retry = operation.Retry,
            Handler = rules.Handler ?? operation.Handler,
            PathTemplate = rules.Path ?? operation.PathTemplate,
        };
        var response = await api.SendRawAsync(request, cancellationToken).ConfigureAwait(false);
        api.Recycle(body);
        return OperationAnswer.ReadMany(operation, response);
    }

    private static void Check<TArguments, TResult>(
        Operation<TArguments, TResult> operation, BatchRules rules, string handler, IReadOnlyList<TArguments> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (operation is { ResultRequestId: null, ArgumentsId: null } or { ResultRequestId: null, ResultId: null })
        {
            // Afterwards would be too late: the items would be there, and nobody could tell which is which.
            throw new InvalidOperationException($"{operation.Handler} has a batch but nothing to match by.");
        }

        if (arguments.Count > rules.Max)
        {
            throw new AmoCrmArgumentException(
                handler,
                "items",
                $"At most {Text(rules.Max)} items go into one request, and {Text(rules.Best)} are recommended; these are {Text(arguments.Count)}: send them in parts.");
        }

        foreach (var item in arguments)
        {
            if (item is null)
            {
                throw new AmoCrmArgumentException(handler, "items", "An item of the batch is null.");
            }

            operation.Validate?.Invoke(item);
            if (operation.BatchRefusal?.Invoke(item) is { } parameter)
            {
                throw new AmoCrmArgumentException(handler, parameter, $"A batch cannot carry {parameter}: send this item on its own.");
            }
        }
    }

    private static string PathOf<TArguments, TResult>(Operation<TArguments, TResult> operation, BatchRules rules, string handler, TArguments[] items)
    {
        if (rules.Path is { } own)
        {
            return own;
        }

        var path = operation.Path(items[0]);
        return Array.TrueForAll(items, item => operation.Path(item) == path)
            ? path
            : throw new AmoCrmArgumentException(handler, "items", $"All items of a batch go to one path ({operation.PathTemplate}): send those of another one separately.");
    }

    private static TResult[] Match<TArguments, TResult>(Operation<TArguments, TResult> operation, TArguments[] items, IReadOnlyList<TResult> results)
    {
        var matched = new TResult[items.Length];
        var found = operation.ArgumentsId is { } argumentsId && operation.ResultId is { } resultId
            ? MatchById(items, results, argumentsId, resultId, matched)
            : MatchByRequestId(results, operation.ResultRequestId!, matched);
        return found == items.Length
            ? matched
            : throw OperationAnswer.Incomplete(operation, new AmoCrmInvalidResponseException(
                $"{operation.Handler}: the answer tells of {Text(found)} of the {Text(items.Length)} items.")
            {
                Handler = operation.Handler,
            });
    }

    private static int MatchById<TArguments, TResult>(
        TArguments[] items, IReadOnlyList<TResult> results, Func<TArguments, long> argumentsId, Func<TResult, long> resultId, TResult[] matched)
    {
        var byId = new Dictionary<long, TResult>(results.Count);
        foreach (var result in results)
        {
            byId[resultId(result)] = result;
        }

        var found = 0;
        for (var i = 0; i < items.Length; i++)
        {
            if (byId.TryGetValue(argumentsId(items[i]), out var result))
            {
                matched[i] = result;
                found++;
            }
        }

        return found;
    }

    private static int MatchByRequestId<TResult>(IReadOnlyList<TResult> results, Func<TResult, string?> requestId, TResult[] matched)
    {
        var seen = new bool[matched.Length];
        var found = 0;
        foreach (var result in results)
        {
            if (int.TryParse(requestId(result), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < matched.Length && !seen[index])
            {
                seen[index] = true;
                matched[index] = result;
                found++;
            }
        }

        return found;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
