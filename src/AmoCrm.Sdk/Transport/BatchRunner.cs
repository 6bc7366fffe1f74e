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

        var asking = api.ForOneRequest();
        var items = new TArguments[arguments.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = await OperationPreparation.PrepareAsync(asking, operation, arguments[i], cancellationToken).ConfigureAwait(false);
        }

        var path = PathOf(operation, rules, handler, items);
        return await CustomFieldResolution.ResolveAndSendAsync(
            asking, operation, items, fields => SendAsync(api, operation, rules, path, items, fields, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<TResult[]> SendAsync<TArguments, TResult>(
        AmoCrmApi api,
        Operation<TArguments, TResult> operation,
        BatchRules rules,
        string path,
        TArguments[] items,
        ResolvedCustomFields?[] fields,
        CancellationToken cancellationToken)
    {
        var request = BatchRequest.Create(operation, rules, path, items, fields, leaving: null, out var body);
        var response = await api.SendRequestAsync(request, cancellationToken).ConfigureAwait(false);
        api.Recycle(body);
        var matched = BatchMatch.Match(operation, items, OperationAnswer.ReadMany(operation, request, response));
        var found = matched.Count(static match => match.IsFound);
        return found == items.Length
            ? Array.ConvertAll(matched, static match => match.Result!)
            : throw OperationAnswer.Incomplete(operation, AmoCrmSentRequest.Of(request, response.SentAt), BatchMatch.Gap(operation, found, items.Length));
    }

    private static void Check<TArguments, TResult>(
        Operation<TArguments, TResult> operation, BatchRules rules, string handler, IReadOnlyList<TArguments> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        BatchMatch.DemandMeans(operation);
        if (arguments.Count > rules.Max)
        {
            throw new AmoCrmArgumentException(
                handler,
                "items",
                $"At most {Text(rules.Max)} items go into one request, and {Text(rules.Best)} are recommended; these are {Text(arguments.Count)}: send them in parts.");
        }

        foreach (var item in arguments)
        {
            CheckItem(operation, handler, item);
        }
    }

    /// <exception cref="AmoCrmArgumentException">The item is not one that a batch can carry.</exception>
    public static void CheckItem<TArguments, TResult>(Operation<TArguments, TResult> operation, string handler, TArguments item)
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

    private static string PathOf<TArguments, TResult>(Operation<TArguments, TResult> operation, BatchRules rules, string handler, TArguments[] items)
    {
        if (rules.Path is { } own)
        {
            return own;
        }

        var path = operation.PathOf(items[0]);
        return Array.TrueForAll(items, item => operation.PathOf(item) == path)
            ? path
            : throw new AmoCrmArgumentException(handler, "items", $"All items of a batch go to one path ({operation.PathTemplate}): send those of another one separately.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
