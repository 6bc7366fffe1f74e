using System.Globalization;
using AmoCrm.Sdk.Paging;

namespace AmoCrm.Sdk.Transport;

/// <summary>The query of an operation: its own parameters, then the page and the limit, which are always explicit.</summary>
internal static class OperationQuery
{
    public static string? Write<TArguments, TResult>(Operation<TArguments, TResult> operation, TArguments arguments)
    {
        var filter = WriteFilter(operation, arguments, addStableOrder: false);
        if (operation.Paging is not { } paging)
        {
            return filter;
        }

        var (page, limit) = Checked(operation.Handler, paging, operation.Window?.Invoke(arguments) ?? default);
        return WithPage(filter, page, limit);
    }

    /// <summary>The query without page and limit; null for none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="addStableOrder">True to ask for the stable order where the caller chose none.</param>
    public static string? WriteFilter<TArguments, TResult>(Operation<TArguments, TResult> operation, TArguments arguments, bool addStableOrder)
    {
        if (operation.Query is null && !addStableOrder)
        {
            return null;
        }

        var query = new QueryString();
        operation.Query?.Invoke(arguments, query);
        if (addStableOrder && operation.Paging?.StableOrder is { } order && operation.HasOrder?.Invoke(arguments) != true)
        {
            var equals = order.IndexOf('=', StringComparison.Ordinal);
            query.Add(order[..equals], order[(equals + 1)..]);
        }

        return query.ToQuery();
    }

    /// <summary>A query with its page and limit.</summary>
    public static string WithPage(string? filter, int page, int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"{filter}{(filter is null ? string.Empty : "&")}page={page}&limit={limit}");

    /// <summary>The page and the limit to ask for.</summary>
    /// <exception cref="AmoCrmArgumentException">One of them is out of bounds: amoCRM would silently answer another page.</exception>
    public static (int Page, int Limit) Checked(string handler, PagingRules paging, PageWindow window)
    {
        if (window.Page < 1)
        {
            throw new AmoCrmArgumentException(handler, "page", $"Pages are counted from 1, so {window.Page.Value.ToString(CultureInfo.InvariantCulture)} is none.");
        }

        if (window.Limit < 1 || window.Limit > paging.MaximumLimit)
        {
            throw new AmoCrmArgumentException(
                handler, "limit", $"Allowed is 1 to {paging.MaximumLimit.ToString(CultureInfo.InvariantCulture)}, not {window.Limit.Value.ToString(CultureInfo.InvariantCulture)}.");
        }

        return (window.Page ?? 1, window.Limit ?? paging.DefaultLimit);
    }
}
