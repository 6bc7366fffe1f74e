using System.Globalization;
using System.Runtime.InteropServices;

namespace AmoCrm.Sdk.Transport;

/// <summary>Finds the results of a batch's items: by id, or by the request id that went with the item; never by position.</summary>
internal static class BatchMatch
{
    /// <summary>An item's result.</summary>
    /// <param name="isFound">Whether the answer tells of it.</param>
    /// <param name="result">What it tells.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly struct Found<TResult>(bool isFound, TResult? result)
    {
        public bool IsFound => isFound;

        public TResult? Result => result;
    }

    /// <exception cref="InvalidOperationException">Nobody could tell afterwards which result is whose.</exception>
    public static void DemandMeans<TArguments, TResult>(Operation<TArguments, TResult> operation)
    {
        if (operation is { ResultRequestId: null, ArgumentsId: null } or { ResultRequestId: null, ResultId: null })
        {
            throw new InvalidOperationException($"{operation.Handler} has a batch but nothing to match by.");
        }
    }

    /// <summary>The result of each item, in the order of the items.</summary>
    public static Found<TResult>[] Match<TArguments, TResult>(Operation<TArguments, TResult> operation, IReadOnlyList<TArguments> items, IReadOnlyList<TResult> results)
    {
        var matched = new Found<TResult>[items.Count];
        if (operation is { ArgumentsId: { } argumentsId, ResultId: { } resultId })
        {
            MatchById(items, results, argumentsId, resultId, matched);
        }
        else
        {
            MatchByRequestId(results, operation.ResultRequestId!, matched);
        }

        return matched;
    }

    /// <summary>The place that a request id of ours names; null when it is none of them.</summary>
    public static int? PlaceOf(string? requestId, int count) =>
        int.TryParse(requestId, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < count ? place : null;

    /// <summary>What is wrong with an answer that does not tell of all items.</summary>
    public static AmoCrmInvalidResponseException Gap<TArguments, TResult>(Operation<TArguments, TResult> operation, int found, int count) => new(
        string.Create(CultureInfo.InvariantCulture, $"{operation.Handler}: the answer tells of {found} of the {count} items."))
    {
        Handler = operation.Handler,
    };

    private static void MatchById<TArguments, TResult>(
        IReadOnlyList<TArguments> items, IReadOnlyList<TResult> results, Func<TArguments, long> argumentsId, Func<TResult, long> resultId, Found<TResult>[] matched)
    {
        var byId = new Dictionary<long, TResult>(results.Count);
        foreach (var result in results)
        {
            byId[resultId(result)] = result;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (byId.TryGetValue(argumentsId(items[i]), out var result))
            {
                matched[i] = new(true, result);
            }
        }
    }

    private static void MatchByRequestId<TResult>(IReadOnlyList<TResult> results, Func<TResult, string?> requestId, Found<TResult>[] matched)
    {
        foreach (var result in results)
        {
            if (PlaceOf(requestId(result), matched.Length) is { } place && !matched[place].IsFound)
            {
                matched[place] = new(true, result);
            }
        }
    }
}
